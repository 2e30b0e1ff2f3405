/** The digits as they are written, each at its value. */
const written = '〇一二三四五六七八九'

const digits: ReadonlyMap<string, number> = new Map([
  ...[...written].map((character, value) => [character, value] as const),
  ['零', 0],
  ['○', 0],
  ['两', 2],
])
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** Characters that write a number in Chinese. */
export const numeralCharacters = '零〇○一二两三四五六七八九十百千万'

/** Reads a Chinese numeral: 十二 is 12, 三百零五 305, 两万三千 23000, 二〇三 203; undefined when it writes no number. */
export function readNumeral(text: string): number | undefined {
  if (text === '' || text.startsWith('万')) return undefined
  return /[十百千万]/.test(text) ? readPowers(text) : readPlaces(text)
}

/** Digits in a row, one per place. */
function readPlaces(text: string): number | undefined {
  let value = 0
  for (const character of text) {
    const digit = digits.get(character)
    if (digit === undefined) return undefined
    value = value * 10 + digit
  }
  return value
}

function readPowers(text: string): number | undefined {
  const [high = '', low = '', ...rest] = text.split('万')
  if (rest.length > 0) return undefined
  if (!text.includes('万')) return readThousands(text)
  const left = readThousands(high)
  const right = low === '' ? 0 : readThousands(low)
  return left === undefined || right === undefined ? undefined : left * 10_000 + right
}

/** A numeral below 万: every digit but the last is followed by its power. */
function readThousands(text: string): number | undefined {
  let value = 0
  let digit: number | undefined
  let last = Number.POSITIVE_INFINITY
  for (const character of text) {
    const power = powers[character]
    if (power === undefined) {
      digit = digits.get(character)
      if (digit === undefined) return undefined
      continue
    }
    if (power >= last) return undefined
    value += (digit ?? 1) * power
    last = power
    digit = undefined
  }
  return value + (digit ?? 0)
}

/** A number from 0 to 99 as a heading or a date writes it: 0 is 〇, 10 十, 21 二十一. */
export function toChineseNumeral(value: number): string {
  if (value < 10) return written.charAt(value)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  return `${tens > 1 ? written.charAt(tens) : ''}十${ones > 0 ? written.charAt(ones) : ''}`
}
