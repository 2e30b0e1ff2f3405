import { type Cell, type Form, type FormId, formIds, type Report, toEditions, toForm } from '@gongkai/schema'
import { nameOfRow } from '../audit/cell-names.ts'
import { toRight, toWidth, widthOf } from './columns.ts'
import { inspectWords, type Language, shortHeads } from './inspect-sentences.ts'

type Cells = ReadonlyMap<string, Cell>

const shownStates: Readonly<Record<Language, Readonly<Record<Cell['state'], string>>>> = {
  zh: { value: '', blank: '□', not_applicable: '／', text: '字', missing: '缺' },
  en: { value: '', blank: '□', not_applicable: '/', text: 'txt', missing: '?' },
}

/** Columns for the labels and for all numbers together, by table. */
const widths = {
  disclosure: { label: 30, numbers: 48 },
  requests: { label: 36, numbers: 42 },
  proceedings: { label: 32, numbers: 46 },
} as const satisfies Readonly<Record<FormId, { readonly label: number; readonly numbers: number }>>

/** The three tables as they were read, 80 columns wide unless numbers have more than five digits. */
export function showTables({ editions, cells }: Report, language: Language): readonly string[] {
  const byPlace = new Map(cells.map((cell) => [`${cell.formId}|${cell.rowId}|${cell.columnId}`, cell]))
  const tables = formIds.flatMap((id) => {
    const [newest] = toEditions(id)
    const edition = editions[id]
    const form = edition === null ? undefined : toForm(id, edition)
    const title = (form ?? newest)?.title[language] ?? ''
    if (!form) return ['', `${title}${language === 'zh' ? '：' : ': '}${inspectWords.tableMissing[language]}`]
    const said = inspectWords.edition[language].replace('{edition}', form.edition)
    return ['', language === 'zh' ? `${title}（${said}）` : `${title} (${said})`, ...showForm(form, byPlace, language)]
  })
  const isLegend = cells.some((cell) => cell.state !== 'value')
  return isLegend ? [...tables, '', inspectWords.legend[language]] : tables
}

function showForm(form: Form, cells: Cells, language: Language): readonly string[] {
  const { label, numbers } = widths[form.id]
  return form.blocks.flatMap((block) => {
    const width = Math.floor(numbers / block.columns.length)
    const heads = block.columns.map(({ id, label }) => (form.id === 'requests' ? shortHeads[id] : undefined) ?? label)
    const head = heads.map((one) => toRight(fit(one[language], width), width)).join('')
    const rows = block.rows.map((row) => {
      const values = block.columns.map((column) =>
        toRight(showCell(cells.get(`${form.id}|${row.id}|${column.id}`), language), width),
      )
      const name = form.id === 'proceedings' ? row.label : nameOfRow(row)
      return `${toWidth(name[language], label)}${values.join('')}`
    })
    return [toWidth('', label) + head, ...rows]
  })
}

/** A head that is too long is cut, with a space before it. */
const fit = (head: string, width: number): string =>
  widthOf(head) <= width ? head : toWidth(head, width - 1).trimEnd()

const showCell = (cell: Cell | undefined, language: Language): string =>
  cell?.state === 'value' ? ` ${cell.value}` : shownStates[language][cell?.state ?? 'missing']
