import { describe, expect, test } from 'vitest'
import { placeNumbers } from '../../src/readers/pdf/sparse-rows.ts'
import type { TextLine } from '../../src/readers/pdf/text-lines.ts'

/** A line of a label and of numbers at their places: `一、新收 | 3 . . . . . 3` has two of seven. */
function toLine(text: string): TextLine {
  const [label = '', numbers = ''] = text.split(' | ')
  const cells = numbers.split(' ').flatMap((one, i) => (one === '.' || one === '' ? [] : [pieceAt(one, 200 + 40 * i)]))
  return { y: 0, x0: 0, x1: 500, size: 8, pieces: [{ text: label, x0: 0, x1: 100 }, ...cells] }
}

const pieceAt = (text: string, middle: number) => ({ text, x0: middle - 2 * text.length, x1: middle + 2 * text.length })
const shown = ({ pieces }: TextLine) => pieces.map(({ text }) => text).join('|')
const place = (lines: readonly string[]) => placeNumbers(lines.map(toLine)).map(shown)

const table = [
  '一、本年新收政府信息公开申请数量 | 4 . 2 . . . 6',
  '二、上年结转政府信息公开申请数量 | . 1 . . . 12 13',
  '（一）予以公开 | . . . 3 . . 3',
  '1.属于国家秘密 | . . . . 5 . 5',
]

describe('rows of a table without rules', () => {
  test('each of them short, are placed by the numbers of all', () => {
    expect(place(table)).toEqual([
      '一、本年新收政府信息公开申请数量|4||2||||6',
      '二、上年结转政府信息公开申请数量||1||||12|13',
      '（一）予以公开||||3|||3',
      '1.属于国家秘密|||||5||5',
    ])
  })

  test.each([
    ['with a column in which nothing stands', [...table.slice(0, 3), '1.属于国家秘密 | . . . . . 5 5']],
    ['that do not add up by their places', table.map((line) => line.replace(/\d+$/, '9'))],
    ['with a number that reaches over two columns', [...table, '2.其他 | . 7777777777777777777777 . . . . 7']],
  ])('%s stay as they are', (_, lines) => {
    expect(place(lines)).toEqual(lines.map((line) => shown(toLine(line))))
  })

  test('with the end of a label alone stay as they are: their numbers may be those of the label beside it', () => {
    expect(place([...table, '处理 | . . . . 2 . 2']).at(-1)).toBe('处理|2|2')
  })

  test('without a number stay as they are', () => {
    expect(place([...table, '2.其他法律行政法规禁止公开']).at(-1)).toBe('2.其他法律行政法规禁止公开')
  })

  test('are told apart from those behind the next heading', () => {
    const other = ['四、政府信息公开行政复议、行政诉讼情况', '结果维持 | 8', '结果纠正 | . . 9']
    expect(place([...table, ...other]).slice(-2)).toEqual(['结果维持|8', '结果纠正|9'])
  })
})
