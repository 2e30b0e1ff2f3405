import type { Layout } from './layout.ts'
import { type Sheet, toMatrix } from './sheet.ts'
import type { Story } from './story.ts'
import { toLines } from './text.ts'
import { printing, type Truth } from './truth.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const rowsOf = (sheet: Sheet): readonly (readonly string[])[] => sheet.map((row) => row.map((cell) => cell.text))
const rectangle = (sheet: Sheet): readonly (readonly string[])[] =>
  toMatrix(sheet).map((row) => row.map((cell) => cell?.text ?? ''))

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
/** Quotes only where a value needs them, as spreadsheets write it. */
const needed = (text: string): string => (/[",;\n]/.test(text) ? quoted(text) : text)

const thousands = (value: number): string => (Number.isInteger(value) ? value.toLocaleString('en-US') : String(value))

/** A sheet of ten columns that holds the whole report, its text in the first. */
const padded = (story: Story, quote: (text: string) => string): string => {
  const line = (cells: readonly string[]) =>
    [...cells, ...Array.from({ length: Math.max(0, 10 - cells.length) }, () => '')].map(quote).join(',')
  const body = story.parts.flatMap((part) =>
    part.kind === 'sheet' ? rectangle(part.sheet).map(line) : [line([part.text])],
  )
  return [line([story.title]), ...body].join('\r\n')
}

const layout = (id: string, render: (story: Story) => string, adapt?: (truth: Truth) => Truth): Layout => ({
  id,
  format: 'text',
  render: (story) => bytes(render(story)),
  ...(adapt ? { adapt } : {}),
})

const rows = (story: Story, separator: string, quote: (text: string) => string): string =>
  toLines(story, (sheet) => rowsOf(sheet).map((row) => row.map(quote).join(separator)))

const lines = (story: Story): string =>
  rows(
    {
      ...story,
      title: quoted(story.title),
      parts: story.parts.map((part) => (part.kind === 'sheet' ? part : { ...part, text: quoted(part.text) })),
    },
    ',',
    quoted,
  )

/** Markdown with headings, a rule under each head, and bold figures. */
const markdown = (story: Story): string => {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
  const parts = story.parts.flatMap((part): readonly string[] => {
    if (part.kind !== 'sheet') return [part.kind === 'heading' ? `## ${part.text}` : part.text, '']
    const [head = [], ...rest] = rectangle(part.sheet)
    return [line(head), line(head.map(() => '---')), ...rest.map(line), '']
  })
  return [`# ${story.title}`, '', ...parts].join('\n')
}

/** Markdown whose tables are HTML, as converters write those with merged cells. */
const markdownWithTables = (story: Story): string => {
  const cell = (one: Sheet[number][number]) =>
    `<td${one.colSpan > 1 ? ` colspan="${one.colSpan}"` : ''}${one.rowSpan > 1 ? ` rowspan="${one.rowSpan}"` : ''}>${one.text}</td>`
  const table = (sheet: Sheet) =>
    `<table>\n${sheet.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}\n</table>`
  const parts = story.parts.flatMap((part): readonly string[] =>
    part.kind === 'sheet' ? [table(part.sheet), ''] : [part.kind === 'heading' ? `## ${part.text}` : part.text, ''],
  )
  return [`# ${story.title}`, '', ...parts].join('\n')
}

/** Tables as lists of values between commas, and as Markdown. */
export const listLayouts: readonly Layout[] = [
  layout('csv-quoted', (story) => rows(story, ',', quoted)),
  layout('csv-quoted-throughout', lines),
  layout(
    'csv-quoted-where-needed',
    (story) => rows(story, ',', needed),
    (truth) => printing(truth, thousands),
  ),
  layout('tabs-quoted', (story) => rows(story, '\t', quoted)),
  layout('csv-semicolons', (story) => rows(story, ';', needed)),
  layout('csv-padded', (story) => padded(story, needed)),
  layout('csv-padded-quoted', (story) => padded(story, quoted)),
  layout('markdown-with-headings', markdown),
  layout('markdown-with-html-tables', markdownWithTables),
]
