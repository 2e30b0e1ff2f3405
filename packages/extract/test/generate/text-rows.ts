import type { Layout } from './layout.ts'
import type { Random } from './random.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { type Story, withSheets } from './story.ts'
import { toLines } from './text.ts'
import { type Print, reprinting, type Truth, toPrint, withoutBlanks } from './truth.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

type Lines = (sheet: Sheet, random: Random) => readonly string[]

const layout = (id: string, lines: Lines, adapt: Layout['adapt'] = withoutBlanks): Layout => ({
  id,
  format: 'text',
  isRun: true,
  adapt,
  render: (story, random) => bytes(toLines(story, (sheet) => lines(sheet, random))),
})

const texts = (row: SheetRow): readonly string[] => row.map((cell) => cell.text)
const cells: Lines = (sheet) => sheet.flatMap(texts)
const spaced: Lines = (sheet) => sheet.map((row) => texts(row).join(' '))
const piped: Lines = (sheet) => sheet.map((row) => `| ${texts(row).join(' | ')} |`)

const isGroup = (cell: SheetCell): boolean => /^（[三-六]）(?!其他处理$)|^三、|^（六）其他处理$/.test(cell.text)
const isData = (row: SheetRow): boolean => row.some((cell) => cell.key !== undefined)

/** Labels of groups stand beside one of their rows, some of them broken over the line after it. */
const torn: Lines = (sheet, random) => {
  let waiting: string[] = []
  return sheet.flatMap((row) => {
    const groups = isData(row) ? row.filter((cell, i) => isGroup(cell) && row[i + 1]?.key === undefined) : []
    waiting.push(...groups.map((cell) => cell.text))
    const own = row.filter((cell) => !groups.includes(cell)).map((cell) => cell.text)
    if (waiting.length === 0 || !isData(row) || random.chance(0.4)) return [own.join(' ')]
    const [label = '', ...others] = waiting
    waiting = others
    const cut = random.chance(0.5) ? label.length - 1 - random.int(2) : label.length
    return [`${label.slice(0, cut)} ${own.join(' ')}`, label.slice(cut)].filter((line) => line !== '')
  })
}

const strokes = ['/', '／', '—', '-', '∕', '⁄', '–', '\\', '－', '——', '无'] as const

/** Rows of nothing are printed as strokes, of one kind in a report. */
function toStrokes(truth: Truth, random: Random): Truth {
  const raw = random.pick(strokes)
  const rows = Map.groupBy(withoutBlanks(truth).prints, ([key]) => key.slice(0, key.lastIndexOf('.')))
  const prints = [...rows.values()].flatMap((row) => {
    const isStroke = row.every(([, print]) => print.value === 0) && random.chance(0.5)
    const stroke: Print = { raw, state: 'not_applicable', value: null }
    return row.map(([key, print]) => [key, isStroke ? stroke : print] as const)
  })
  return { ...truth, prints: new Map(prints) }
}

/** A lost space before some of the numbers. */
const losingSpaces = (truth: Truth, random: Random): Truth =>
  reprinting(withoutBlanks(truth), (print) => (random.chance(0.2) ? { ...print, raw: `? ${print.raw}` } : print))

const slips = ['。', ',', ';', '、', '；', '，', ':'] as const

/** A sign too many in some of the longer numbers: they are no counts any more. */
const slipping = (truth: Truth, random: Random): Truth =>
  reprinting(withoutBlanks(truth), ({ raw, ...print }, key) =>
    /^\d{2}$|^\d{4}$/.test(raw) && random.chance(0.3) && !key.endsWith('.amount')
      ? { raw: raw.replace(/\d$/, (digit) => `${random.pick(slips)}${digit}`), state: 'text', value: null }
      : { ...print, raw },
  )

const units = ['件', '宗', '个', '批次', '人次', '件次', '户次', '份', ' 件'] as const
const unitsOf = (truth: Truth, random: Random): Truth =>
  reprinting(withoutBlanks(truth), (print, key) =>
    print.value === null || key.endsWith('.amount') ? print : toPrint(print.value, `${print.raw}${random.pick(units)}`),
  )

const tenThousands = (truth: Truth, random: Random): Truth =>
  reprinting(withoutBlanks(truth), (print, key) =>
    random.chance(0.1) && !key.endsWith('.amount')
      ? { raw: `${1 + random.int(9)}${random.pick(['', '.2', '.35'])}万`, state: 'text', value: null }
      : print,
  )

const definitions: readonly (readonly [RegExp, string])[] = [
  [/^规章$/, '：指国务院部门和有立法权的地方人民政府依照程序制定、以令的形式公布的规定和办法，区县没有此项权限。'],
  [/规范性文件$/, '（指除规章以外，由行政机关制定并公布，在一定时期内反复适用的公文）'],
  [/^行政许可$/, ':是指行政机关根据申请，经依法审查，准予其从事特定活动的行为'],
  [/^行政处罚$/, '（包括警告、罚款、没收违法所得等）'],
]

const defined = (sheet: Sheet): Sheet =>
  sheet.map((row) =>
    row.map((cell) => {
      const found = cell.key === undefined ? definitions.find(([label]) => label.test(cell.text)) : undefined
      return found ? { ...cell, text: `${cell.text}${found[1]}` } : cell
    }),
  )

/** Short labels printed wide: `规 章`. */
const widened = (sheet: Sheet): Sheet =>
  sheet.map((row) =>
    row.map((cell) =>
      /^\p{Script=Han}{2,5}$/u.test(cell.text) && cell.key === undefined
        ? { ...cell, text: [...cell.text].join(' ') }
        : cell,
    ),
  )

const changed = (base: Layout, change: (sheet: Sheet) => Sheet): Layout => ({
  ...base,
  render: (story, random) => base.render(withSheets(story, change), random),
})

const oneLine = (story: Story): Uint8Array =>
  bytes(toLines(story, (sheet) => sheet.flatMap(texts)).replace(/\n+/g, ' '))

/** The sheet of a table on one line, its story on lines of its own. */
const sheetPerLine: Lines = (sheet) => [sheet.flatMap(texts).join(' ')]

/** Tables in running text, and numbers as they are spelt there. */
export const rowLayouts: readonly Layout[] = [
  layout('spaced-rows', spaced),
  layout('spaced-rows-torn-groups', torn),
  layout('spaced-rows-of-strokes', spaced, toStrokes),
  layout('spaced-rows-torn-groups-strokes', torn, toStrokes),
  layout('lines-of-strokes', cells, toStrokes),
  layout('spaced-rows-lost-spaces', spaced, losingSpaces),
  layout('lines-lost-spaces', cells, losingSpaces),
  layout('pipe-rows-lost-spaces', piped, losingSpaces),
  layout('lines-slips', cells, slipping),
  layout('pipe-rows-slips', piped, slipping),
  layout('spaced-rows-slips', spaced, slipping),
  layout('lines-units', cells, unitsOf),
  layout('pipe-rows-ten-thousands', piped, tenThousands),
  layout('lines-ten-thousands', cells, tenThousands),
  layout('table-per-line', sheetPerLine),
  layout('table-per-line-of-strokes', sheetPerLine, toStrokes),
  changed(layout('lines-labels-defined', cells), defined),
  changed(layout('pipe-rows-labels-defined', piped), defined),
  changed(layout('spaced-rows-wide-labels', spaced), widened),
  changed(layout('table-per-line-wide-labels', sheetPerLine), widened),
  {
    ...changed(layout('one-line-wide-labels', cells), widened),
    render: (story) => oneLine(withSheets(story, widened)),
  },
]
