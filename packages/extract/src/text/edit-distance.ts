/**
 * Number of single-character edits between two texts.
 *
 * @example editDistance('行政法复议', '行政复议', 2) → 1
 * @returns the number, or `most + 1` as soon as it exceeds `most`
 */
export function editDistance(a: string, b: string, most: number): number {
  if (!mayBeNear(a, b, most)) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let left = i
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1)
      left = Math.min(swap, (row[j] ?? 0) + 1, left + 1)
      least = Math.min(least, left)
      next.push(left)
    }
    if (least > most) return most + 1
    row = next
  }
  return row[b.length] ?? most + 1
}

/** Of the first characters one at least is kept, and its place moves by no more than the edits. */
function mayBeNear(a: string, b: string, most: number): boolean {
  if (a.length <= most) return true
  const start = b.slice(0, 2 * most + 1)
  for (let i = 0; i <= most; i++) if (start.includes(a.charAt(i))) return true
  return false
}
