import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { toCleanDocument } from '../src/document/clean-document.ts'
import type { Block } from '../src/types.ts'
import { toHarmless, toNamed, toOfficial, toRandom, toSpelling } from './support/personal-spellings.ts'

const { repairer } = loadLookups()

const cell = (text: string) => ({ text, offset: 0, colSpan: 1, rowSpan: 1 })
const toBlocks = (rows: readonly (readonly string[])[]): readonly Block[] => {
  const blocks: Block[] = []
  for (const row of rows) {
    const last = blocks.at(-1)
    const [text = ''] = row
    if (row.length === 1) blocks.push({ kind: 'paragraph', text, offset: 0 })
    else if (last?.kind === 'table') blocks.splice(-1, 1, { kind: 'table', rows: [...last.rows, row.map(cell)] })
    else blocks.push({ kind: 'table', rows: [row.map(cell)] })
  }
  return blocks
}
const publish = (rows: readonly (readonly string[])[]): string =>
  toCleanDocument(toBlocks(rows), repairer)
    .lines.map(({ text }) => text)
    .join('\n')

const numerals = '〇一二三四五六七八九'
const more = '零壹贰叁肆伍陆柒捌玖'
/** Whatever can be read as a digit, one after the other: written apart from the code that hides. */
const readDigits = (text: string): string =>
  [...text.normalize('NFKD')]
    .map((one) => {
      const at = [
        numerals.indexOf(one),
        more.indexOf(one),
        '⓿❶❷❸❹❺❻❼❽❾'.indexOf(one),
        '٠١٢٣٤٥٦٧٨٩'.indexOf(one),
        '०१२३४५६७८९'.indexOf(one),
      ]
      const value = Math.max(...at)
      if (value >= 0) return String(value)
      return /[Oo]/.test(one) ? '0' : one === 'l' ? '1' : one
    })
    .join('')
    .replace(/\D/g, '')

/** What of many made texts fails; the first few tell enough. */
const failures = <T>(seed: number, times: number, make: (random: () => number) => T, isWrong: (made: T) => boolean) => {
  const random = toRandom(seed)
  return Array.from({ length: times }, () => make(random)).filter(isWrong)
}

test('of 5,000 spellings of a mobile number none is published', () => {
  const leaks = failures(1, 5000, toSpelling, ({ texts, isRow, digits }) => {
    const published = publish(isRow ? [texts] : texts.map((text) => [text]))
    return readDigits(published).includes(digits) || readDigits(published).includes(digits.slice(3))
  })
  expect(leaks.slice(0, 40)).toEqual([])
})

test('of 2,000 harmless numbers none is hidden', () => {
  expect(failures(2, 2000, toHarmless, (text) => publish([[text]]) !== text).slice(0, 20)).toEqual([])
})

test('of 1,000 names of contact persons and applicants none is published', () => {
  const leaks = failures(3, 1000, toNamed, ({ texts, name }) => publish(texts).replace(/\s/g, '').includes(name))
  expect(leaks.slice(0, 20)).toEqual([])
})

test('of 500 names of those who hold public office none is hidden', () => {
  expect(failures(4, 500, toOfficial, ({ texts }) => publish(texts).includes('█')).slice(0, 20)).toEqual([])
})
