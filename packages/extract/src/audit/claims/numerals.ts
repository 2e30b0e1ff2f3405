const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
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
    const digit = digits[character]
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
      digit = digits[character]
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

/** Removes what binary fractions add, beyond fourteen digits: 1809.3528 × 10,000 is 18093528. */
export const toExact = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e14 ? value : Number(value.toPrecision(14))
