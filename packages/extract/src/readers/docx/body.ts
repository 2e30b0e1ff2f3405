import { SaxesParser } from 'saxes'
import { limits, Unreadable } from '../../limits.ts'
import { lineEnd } from '../cell-text.ts'
import { attribute, type Numbering, toLevel } from './numbering.ts'

export interface BodyCell {
  text: string
  colSpan: number
  rowSpan: number
}

export interface BodyTable {
  readonly kind: 'table'
  readonly rows: BodyCell[][]
}

export type BodyItem = { readonly kind: 'paragraph'; readonly text: string } | BodyTable

interface OpenCell extends BodyCell {
  isDeleted: boolean
  merge: 'none' | 'restart' | 'continue'
  hMerge: 'none' | 'continue'
}

interface OpenTable {
  readonly table: BodyTable
  row: OpenCell[]
  isRowDeleted: boolean
}

interface OpenParagraph {
  text: string
  /** Its mark was deleted in a tracked change: it goes on in the next one. */
  isJoined: boolean
  style: string
  numId: string | undefined
  level: number
}

/** Elements whose text was deleted, moved away or is not shown in the document. */
const dropped = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'footnoteReference',
  'rPrChange',
  'pPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPr',
])

/** Walks word/document.xml once. */
export function readBody(xml: string, numbering: Numbering): readonly BodyItem[] {
  const body = new Body(numbering)
  const parser = new SaxesParser()
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure ??= error
  })
  parser.on('opentag', (tag) => body.open(localName(tag.name), tag.attributes))
  parser.on('closetag', (tag) => body.close(localName(tag.name)))
  parser.on('text', (text) => body.text(text))
  parser.write(xml).close()
  if (failure)
    throw new Unreadable('damaged', `word/document.xml is not well-formed (${failure.message.split('\n')[0] ?? ''})`)
  return body.items
}

const drawing = /^(a|c|dgm|pic|v|o|m|wp|wps|wpg):/
const localName = (name: string) => (drawing.test(name) ? name : name.slice(name.indexOf(':') + 1))

class Body {
  readonly items: BodyItem[] = []
  private readonly numbering: Numbering
  private readonly path: string[] = []
  private readonly tables: OpenTable[] = []
  private readonly cells: OpenCell[] = []
  private readonly paragraphs: OpenParagraph[] = []
  private dropDepth = 0
  private runHidden = false
  private inText = false
  private isRaised = false
  /** Text of paragraphs that go on in the next one. */
  private joined = ''
  /** Per open field: whether its result has begun. */
  private readonly fields: boolean[] = []
  private cellCount = 0

  constructor(numbering: Numbering) {
    this.numbering = numbering
  }

  open(name: string, attributes: Readonly<Record<string, unknown>>): void {
    const parent = this.path.at(-1)
    this.path.push(name)
    if (this.path.length > limits.depth)
      throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
    if (parent === 'trPr' && name === 'del') this.markRowDeleted()
    const paragraph = this.paragraphs.at(-1)
    if (name === 'del' && parent === 'rPr' && this.path.at(-3) === 'pPr' && paragraph) paragraph.isJoined = true
    if (this.dropDepth > 0 || this.drops(name, parent)) {
      this.dropDepth++
      return
    }
    this.openStructure(name)
    this.openProperty(name, parent, attributes)
    this.openText(name, attributes)
  }

  private drops(name: string, parent: string | undefined): boolean {
    return dropped.has(name) && parent !== 'trPr' && parent !== 'rPr'
  }

  private markRowDeleted(): void {
    const table = this.tables.at(-1)
    if (table) table.isRowDeleted = true
  }

  private openStructure(name: string): void {
    if (name === 'tbl') this.tables.push({ table: { kind: 'table', rows: [] }, row: [], isRowDeleted: false })
    else if (name === 'tr') {
      const table = this.tables.at(-1)
      if (table) Object.assign(table, { row: [], isRowDeleted: false })
    } else if (name === 'tc') {
      if (++this.cellCount > limits.cells)
        throw new Unreadable('limit_exceeded', `more than ${limits.cells} table cells`)
      this.cells.push({ text: '', colSpan: 1, rowSpan: 1, isDeleted: false, merge: 'none', hMerge: 'none' })
    } else if (name === 'p') this.paragraphs.push({ text: '', isJoined: false, style: '', numId: undefined, level: 0 })
    else if (name === 'r') this.runHidden = false
  }

  private openProperty(name: string, parent: string | undefined, attributes: Readonly<Record<string, unknown>>): void {
    const value = attribute(attributes, 'val')
    const cell = this.cells.at(-1)
    const paragraph = this.paragraphs.at(-1)
    if (parent === 'tcPr' && cell) {
      if (name === 'gridSpan') cell.colSpan = Math.max(1, Number.parseInt(value ?? '1', 10) || 1)
      else if (name === 'vMerge') cell.merge = value === 'restart' ? 'restart' : 'continue'
      else if (name === 'hMerge') cell.hMerge = value === 'restart' ? 'none' : 'continue'
      else if (name === 'cellDel') cell.isDeleted = true
    } else if (parent === 'numPr' && paragraph) {
      if (name === 'numId') paragraph.numId = value ?? ''
      else if (name === 'ilvl') paragraph.level = toLevel(value)
    } else if (name === 'pStyle' && paragraph) paragraph.style = value ?? ''
    else if (parent === 'rPr' && name === 'vertAlign') this.isRaised = value === 'superscript'
    else if (parent === 'rPr' && (name === 'vanish' || name === 'specVanish') && this.path.at(-3) === 'r') {
      this.runHidden = value !== '0' && value !== 'false'
    }
  }

  private openText(name: string, attributes: Readonly<Record<string, unknown>>): void {
    if (name === 't') this.inText = true
    else if (name === 'tab' && this.path.at(-2) === 'r') this.add('\t')
    else if ((name === 'br' || name === 'cr') && this.path.at(-2) === 'r')
      this.add(this.cells.length > 0 ? lineEnd : '\n')
    else if (name === 'noBreakHyphen') this.add('-')
    else if (name === 'fldChar') this.field(attribute(attributes, 'fldCharType'))
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push(false)
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = true
    else if (type === 'end') this.fields.pop()
  }

  text(text: string): void {
    const isNoteMark = this.isRaised && this.cells.length > 0 && /^[\d\s①-⑳*()[\]（）]*$/.test(text)
    if (this.inText && !isNoteMark) this.add(text)
  }

  private add(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph && this.dropDepth === 0 && !this.runHidden && this.fields.every(Boolean)) paragraph.text += text
  }

  close(name: string): void {
    this.path.pop()
    if (this.dropDepth > 0) {
      this.dropDepth--
      return
    }
    if (name === 't') this.inText = false
    else if (name === 'r') Object.assign(this, { runHidden: false, isRaised: false })
    else if (name === 'p') this.closeParagraph()
    else if (name === 'tc') this.closeCell()
    else if (name === 'tr') this.closeRow()
    else if (name === 'tbl') this.closeTable()
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    const list = paragraph.numId === undefined ? this.numbering.ofStyle(paragraph.style) : paragraph
    const isListed = list?.numId !== undefined && list.numId !== '0' && paragraph.text.trim() !== ''
    const numeral = isListed && list?.numId ? this.numbering.next(list.numId, list.level) : ''
    const text = this.joined + numeral + paragraph.text
    this.joined = paragraph.isJoined ? text : ''
    if (paragraph.isJoined) return
    const cell = this.cells.at(-1)
    if (cell) cell.text += cell.text === '' ? text : `${lineEnd}${text}`
    else if (text.trim() !== '') this.items.push({ kind: 'paragraph', text })
  }

  private closeCell(): void {
    const cell = this.cells.pop()
    const table = this.tables.at(-1)
    if (cell) cell.text += this.joined
    this.joined = ''
    if (!cell || !table || cell.isDeleted) return
    const before = table.row.at(-1)
    if (cell.hMerge === 'continue' && before) {
      before.colSpan += cell.colSpan
      before.text += cell.text
    } else table.row.push(cell)
  }

  private closeRow(): void {
    const table = this.tables.at(-1)
    if (!table || table.isRowDeleted) return
    table.table.rows.push(
      table.row.map((cell) => ({
        text: cell.merge === 'continue' ? '' : cell.text,
        colSpan: cell.colSpan,
        rowSpan: 1,
      })),
    )
    table.row = []
  }

  /** A table inside a cell is given before the table that holds it, so that neither is lost; one cell is its text. */
  private closeTable(): void {
    const table = this.tables.pop()?.table
    if (!table || table.rows.length === 0) return
    const cell = this.cells.at(-1)
    if (cell && table.rows.length === 1 && table.rows[0]?.length === 1) cell.text += table.rows[0][0]?.text ?? ''
    else if (table.rows.every((row) => row.length === 1)) {
      for (const [cell] of table.rows)
        if (cell && cell.text.trim() !== '') this.items.push({ kind: 'paragraph', text: cell.text })
    } else this.items.push(table)
  }
}
