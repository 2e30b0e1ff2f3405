/** Whether the text is digits and nothing else. */
export const isDigits = (text: string): boolean => /^\d+$/.test(text.trim())

/** Whether the text is joined numbers of which one at least carries a minus sign: `0-10`. */
export const isSignedDigits = (text: string): boolean => /^\d*(?:-[1-9]\d*)+$/.test(text.trim())

const mostSolutions = 50

/**
 * Every way to cut digits into counts of which the first ones add up to the last.
 * No count begins with a 0 unless it is 0. Stops at 50 ways.
 */
export function splitDigits(text: string, parts: number): readonly (readonly string[])[] {
  const digits = text.trim()
  const solutions: (readonly string[])[] = []
  const cut = (from: number, made: readonly string[], total: number): void => {
    if (solutions.length >= mostSolutions) return
    if (made.length === parts - 1) {
      const last = digits.slice(from)
      if (isCount(last) && Number(last) === total) solutions.push([...made, last])
      return
    }
    const most = digits.length - from - (parts - 1 - made.length)
    for (let length = 1; length <= Math.min(most, 7); length++) {
      const part = digits.slice(from, from + length)
      if (!isCount(part)) return
      cut(from + length, [...made, part], total + Number(part))
    }
  }
  if (digits.length >= parts && digits.length <= 60) cut(0, [], 0)
  return solutions
}

/** Every way to cut digits into counts with no sum to go by; unique only where each is one digit, or 0 settles it. */
export function splitFreely(text: string, parts: number): readonly (readonly string[])[] {
  const digits = text.trim()
  const solutions: (readonly string[])[] = []
  const cut = (from: number, made: readonly string[]): void => {
    if (solutions.length >= mostSolutions) return
    if (made.length === parts - 1) {
      if (isSigned(digits.slice(from))) solutions.push([...made, digits.slice(from)])
      return
    }
    for (let end = from + 1; end < digits.length; end++) {
      const part = digits.slice(from, end)
      if (part === '-') continue
      if (!isSigned(part)) return
      cut(end, [...made, part])
    }
  }
  if (digits.length >= parts && digits.length <= 40) cut(0, [])
  return solutions
}

const isSigned = (part: string): boolean =>
  isCount(part) || (part.startsWith('-') && /^-[1-9]/.test(part) && isCount(part.slice(1)))
const isCount = (part: string): boolean => part !== '' && part.length <= 8 && (part === '0' || part.charAt(0) !== '0')
