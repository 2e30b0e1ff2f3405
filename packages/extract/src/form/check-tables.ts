import { firstFormYear, type Line, perForm } from '@gongkai/schema'
import type { IssueNote } from '../types.ts'
import { cellId, type TableReading, toValueless } from './reading.ts'

/** Sections that a page shows when the report itself stands on it. */
const OWN_SECTIONS = 2

/** What decides whether a table ought to be there. */
interface Setting {
  /** Files that the page links to. */
  readonly attachments: readonly string[]
  /** Pages on which a picture stands that may hold a table. */
  readonly pictures: readonly number[]
  readonly lines: readonly Line[]
  readonly year: number | null
  /** How many sections were found. */
  readonly sections: number
}

/** Tables that are not there, and rows that are not printed in a table that is. */
export function checkTables(tables: readonly TableReading[], setting: Setting): readonly IssueNote[] {
  const absent = tables.filter(({ reading }) => reading.cells.size === 0 && !reading.issues.some(isUnreadable))
  const detail = namePictures(setting.pictures)
  if (absent.length === tables.length) return [{ ...explainAbsence(setting), ...detail }]
  const editions = new Set(tables.flatMap(({ reading }) => (reading.edition ? [reading.edition] : [])))
  const missing = absent.map(
    (table): IssueNote => ({ code: 'table_missing', severity: 'error', key: table.form.id, ...detail }),
  )
  return [
    ...(isBeforeTables(setting.year) ? [] : missing),
    ...tables
      .filter((table) => table.reading.cells.size > 0)
      .flatMap(unprintedRows)
      .map((note) => ({ ...note, ...detail })),
    ...(editions.size > 1 ? [{ code: 'edition_mixed', severity: 'info' } as const] : []),
  ]
}

/** Where pages are pictures, what is missing may stand on them. */
function namePictures(pages: readonly number[]): Pick<IssueNote, 'detail'> {
  if (pages.length === 0) return {}
  return {
    detail: {
      zh: `第 ${pages.join('、')} 页是图片，其中的文字没有读取；请向发布机关索取可复制文字的版本`,
      en: `page ${pages.join(', ')} is a picture whose text is not read; ask the publisher for a file with text`,
    },
  }
}

const isBeforeTables = (year: number | null): boolean => year !== null && year < firstFormYear

/** Why a report holds none of the tables: they are attached, it is older than they are, or they are lost. */
function explainAbsence({ attachments, lines, year, sections }: Setting): IssueNote {
  const isAttached =
    attachments.length > 0 || lines.some((line) => /附件.{0,80}\.(?:docx?|pdf|wps|xlsx?)/i.test(line.text))
  const isOlder = isBeforeTables(year)
  if (isAttached && !(isOlder && sections >= OWN_SECTIONS)) return { code: 'attachment_only', severity: 'error' }
  if (isOlder) return { code: 'edition_not_read', severity: 'info' }
  return { code: hasOlderTable(lines) ? 'edition_not_read' : 'tables_missing', severity: 'error' }
}

/** A table that is printed, though none of its values could be read. */
const isUnreadable = (issue: IssueNote): boolean => issue.code === 'digits_ambiguous' || issue.code === 'row_ragged'

/** Indicators of the statistics tables before the first form, national and local, each a row of its own. */
const olderIndicator =
  /(?:主动公开.{0,8}(?:信息|文件)数|(?:收到)?申请(?:总|办结)?数|(?:当面|传真|网络|网上|信函|电子邮件)申请数|(?:同意|否决|不同意|不予)公开.{0,6}数|行政(?:复议|诉讼|申诉)数|公开(?:政府)?信息数)/

function hasOlderTable(lines: readonly Line[]): boolean {
  const rows = lines.filter(({ text }) => text.length <= 60 && !/[。；]/.test(text) && olderIndicator.test(text))
  return rows.length >= 4
}

/**
 * Rows that are not printed, and rows that are but without a value. A block of which nothing is printed, neither a label nor a head of its own, was left out by
 * the agency, or the text is cut off before it.
 */
function unprintedRows({ form, reading }: TableReading): readonly IssueNote[] {
  if (form.id === 'proceedings') return []
  const known = new Set(reading.issues.map((issue) => issue.key))
  return blocksOf(form).flatMap(({ labels, rows }) => {
    const isCut = form.id === 'disclosure' && !labels.some((id) => reading.labels.has(id))
    const code = isCut ? 'block_unprinted' : 'row_unprinted'
    return rows
      .filter(({ key, cells }) => !known.has(key) && !cells.some((id) => reading.cells.has(id)))
      .map(({ id, key, cells }): IssueNote => {
        const label = reading.labels.get(id)
        if (!label) return { code, severity: 'warning', key }
        const detail = toValueless(label, cells.length)
        return { code: 'row_ragged', severity: 'error', key, line: label.line, detail }
      })
  })
}

/** Blocks of a form: ids of the labels that no other block has, id, key and cells of each row. */
const blocksOf = perForm((form) => {
  const columnIds = form.blocks.flatMap(({ columns }) => columns.map(({ id }) => id))
  const isOwn = (id: string) => columnIds.filter((other) => other === id).length === 1
  return form.blocks.map(({ rows, columns }) => ({
    labels: [...rows.map(({ id }) => id), ...columns.map(({ id }) => id).filter(isOwn)],
    rows: rows.map((row) => ({
      id: row.id,
      key: `${form.id}.${row.id}`,
      cells: columns.map((column) => cellId({ row, column })),
    })),
  }))
})
