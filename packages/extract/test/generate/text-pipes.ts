import type { Layout } from './layout.ts'
import type { Random } from './random.ts'
import { type Sheet, toMatrix } from './sheet.ts'
import type { Story } from './story.ts'
import { toLines } from './text.ts'
import { blanking, type Truth } from './truth.ts'
import { losingBlanks } from './uncertain.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** How a converter prints a row: its cells, each closed by a pipe, and how many places of the table they leave empty. */
type PrintRow = (cells: readonly string[], lacking: number, random: Random) => readonly string[]

const layout = (id: string, print: PrintRow, adapt?: (truth: Truth) => Truth): Layout => ({
  id,
  format: 'text',
  render: (story: Story, random) => bytes(toLines(story, (sheet) => toPrinted(sheet, print, random))),
  ...(adapt ? { adapt } : {}),
})

function toPrinted(sheet: Sheet, print: PrintRow, random: Random): readonly string[] {
  const width = toMatrix(sheet)[0]?.length ?? 0
  return sheet.flatMap((row) =>
    print(
      row.map((cell) => cell.text),
      width - row.length,
      random,
    ),
  )
}

const cell = (text: string): string => (text === '' ? '|' : `${text} |`)
const fill = (count: number): readonly string[] => (count > 0 ? ['|'.repeat(count)] : [])
const filled: PrintRow = (cells, lacking) => [...cells.map(cell), ...fill(lacking)]

const behind: PrintRow = (cells, lacking) =>
  cells.map((text, i) => (i === cells.length - 1 && lacking > 0 ? `${cell(text)} ${'|'.repeat(lacking)}` : cell(text)))

const opened: PrintRow = (cells, lacking, random) => ['|', ...filled(cells, lacking, random)]

const indented: PrintRow = (cells, lacking) => {
  const lines = cells.flatMap((text) => [`       ${text}  |  `, '      '])
  return ['|  ', ...lines.slice(0, -1), ...fill(lacking).map((pipes) => `    ${pipes}`), '    ']
}

const openedInLine: PrintRow = (cells, lacking, random) =>
  filled(cells, lacking, random).map((line, i) => (i === 0 ? `| ${line}` : line))

/** Rows of several cells have no end. */
const onlyOneCell: PrintRow = (cells, lacking, random) => filled(cells, cells.length === 1 ? lacking : 0, random)

/** The pipe of a label, here and there, on the next line. */
const pipeAlone: PrintRow = (cells, lacking, random) =>
  filled(cells, lacking, random).flatMap((line, i) =>
    i === 0 && /^\S*\p{Script=Han}\S* \|$/u.test(line) && random.chance(0.3) ? [line.slice(0, -2), '|'] : [line],
  )

/** A row now and then is filled to another width, or not at all. */
const uneven: PrintRow = (cells, lacking, random) =>
  filled(cells, random.chance(0.1) ? random.pick([0, lacking + 1]) : lacking, random)

const compact: PrintRow = (cells, lacking) => [...cells.map((text) => `${text}|`), ...fill(lacking)]

/** A row a line, its filling behind it. */
const rowPerLine: PrintRow = (cells, lacking) => [`${cells.join(' | ')} | ${'|'.repeat(lacking)}`.trimEnd()]

const wide: PrintRow = (cells, lacking, random) =>
  filled(cells, lacking, random).map((line) => line.replaceAll('|', '｜'))

/** Only the totals are printed. */
const totalsOnly = (truth: Truth): Truth =>
  blanking(truth, (key) => key.startsWith('requests.') && !key.endsWith('.total'))

/** Rows of nothing but blanks, of which the converter keeps the filling alone. */
const blankRows: PrintRow = (cells, lacking, random) => {
  const [label = '', ...rest] = cells
  return rest.length > 0 && rest.every((text) => text === '')
    ? [cell(label), '|'.repeat(rest.length + lacking)]
    : filled(cells, lacking, random)
}

/** Empty cells are dropped, and the filling makes up for them: `一、本年新收… |`, `3 |`, `3 |`, `|||||||`. */
const dropped: PrintRow = (cells, lacking, random) => {
  const kept = cells.filter((text, i) => i === 0 || text !== '')
  return filled(kept, lacking + cells.length - kept.length, random)
}

/** Rows that print more than their total. */
const isFuller = (key: string): boolean => /^requests\.(?:new_received|granted|results_total)\./.test(key)

/** Totals, and in some rows the applicants that are not 0; where those stood is lost. */
function totalsAndSome(truth: Truth): Truth {
  const isNone = (key: string): boolean => truth.prints.get(key)?.value === 0 || !isFuller(key)
  const sparse = blanking(truth, (key) => key.startsWith('requests.') && !key.endsWith('.total') && isNone(key))
  const isKept = (key: string): boolean =>
    /^requests\..*\.total$/.test(key) && !isFuller(key) && sparse.prints.get(key)?.raw !== ''
  return { ...sparse, uncertain: new Set([...losingBlanks(sparse).uncertain].filter((key) => !isKept(key))) }
}

/** Whole rows of 表二 blank. */
const withoutServices = (truth: Truth): Truth =>
  blanking(truth, (key) => /^disclosure\.(?:rules|penalties)\./.test(key))

/** Every pipe on a line of its own; an empty cell leaves a second one. */
const alone: PrintRow = (cells, lacking) => [
  ...cells.flatMap((text) => (text === '' ? ['|'] : [text, '|'])),
  ...fill(lacking),
]

/** Likewise, and a pipe in front of the first text of each row. */
const aloneOpened: PrintRow = ([label = '', ...cells], lacking, random) => [
  `| ${label}`,
  '|',
  ...alone(cells, lacking, random),
]

/** Tables with pipes, one cell a line, filled up to their width. */
export const pipeLayouts: readonly Layout[] = [
  layout('pipes-filled', filled),
  layout('pipes-filled-compact', compact),
  layout('pipes-filled-behind', behind),
  layout('pipes-filled-opened', opened),
  layout('pipes-filled-opened-in-line', openedInLine),
  layout('pipes-filled-indented', indented),
  layout('pipes-filled-one-cell-rows', onlyOneCell),
  layout('pipes-filled-unevenly', uneven),
  layout('pipes-pipe-of-label-alone', pipeAlone),
  layout('pipes-totals-only', filled, totalsOnly),
  layout('pipes-totals-only-opened', opened, totalsOnly),
  layout('pipes-filled-row-per-line', rowPerLine),
  layout('pipes-filled-row-per-line-totals', rowPerLine, totalsOnly),
  layout('pipes-filled-wide', wide),
  layout('pipes-alone', alone),
  layout('pipes-alone-opened', aloneOpened),
  layout('pipes-blanks-dropped', dropped, totalsAndSome),
  layout('pipes-blank-rows', blankRows, withoutServices),
]
