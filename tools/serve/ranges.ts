/**
 * The bytes that a range names; undefined where it is none that is understood, which asks for the whole.
 *
 * @example `bytes=0-99` of 1,000 → 0 to 99; `bytes=-100` → 900 to 999; `bytes=2000-` → none
 */
export function readRange(
  range: string | undefined,
  size: number,
): { readonly start: number; readonly end: number } | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '') ?? []
  if (from === '' && to === '') return undefined
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined
  return start > end ? 'none' : { start, end }
}
