import { createHash } from 'node:crypto'
import { type SheetCell, toMatrix } from './sheet.ts'
import type { Story } from './story.ts'

/** What a program may do to a PDF that a browser never does. */
export interface WrittenLayout {
  readonly id: string
  /** Table of characters of the font, which is not embedded. */
  readonly encoding?: 'UniGB-UCS2' | 'GBK-EUC'
  /** Each glyph has a step and a place of its own. */
  readonly isSingle?: true
  /** Labels that span rows run down. */
  readonly isDown?: true
  /** Numbers are values of a form's fields. */
  readonly isForm?: true
  /** Digits are of another font. */
  readonly isMixed?: true
  readonly isTurned?: true
  /** Two pages on a sheet. */
  readonly isPair?: true
  /** It opens without a password, and is locked for its owner's. */
  readonly isLocked?: true
  /** Lines are painted as areas. */
  readonly isFilled?: true
  /** A layer that is switched off holds other digits. */
  readonly hasLayer?: true
  /** White digits stand beside the numbers. */
  readonly hasWhite?: true
}

export const writtenLayouts: readonly WrittenLayout[] = [
  { id: 'font-not-embedded' },
  { id: 'font-of-gbk', encoding: 'GBK-EUC' },
  { id: 'glyph-by-glyph', isSingle: true },
  { id: 'vertical-font', isDown: true },
  { id: 'form-fields', isForm: true },
  { id: 'two-fonts', isMixed: true },
  { id: 'turned-pages', isTurned: true },
  { id: 'two-pages-on-a-sheet', isPair: true },
  { id: 'owner-password', isLocked: true },
  { id: 'filled-lines', isFilled: true },
  { id: 'layer-switched-off', hasLayer: true },
  { id: 'white-digits', hasWhite: true },
]

const [width, height, margin, size] = [595, 842, 40, 7.5] as const
const lineHeight = 1.25 * size

interface Text {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly isValue: boolean
  readonly isDown: boolean
}

interface SheetPage {
  readonly texts: Text[]
  readonly boxes: (readonly [x: number, y: number, width: number, height: number])[]
}

const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1) * size, 0)

function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.match(/[-\d.,]+|./gu) ?? []) {
    if (line !== '' && widthOf(line + word) > room) {
      lines.push(line)
      line = ''
    }
    line += word
  }
  return [...lines, line]
}

/** Places of all texts and cells, page by page, from the top down. */
class Setter {
  readonly pages: SheetPage[] = [{ texts: [], boxes: [] }]
  private y = margin
  private readonly layout: WrittenLayout

  constructor(layout: WrittenLayout) {
    this.layout = layout
  }

  private get page(): SheetPage {
    const last = this.pages.at(-1)
    if (!last) throw new RangeError('There is no page')
    return last
  }

  private makeRoom(room: number): void {
    if (this.y + room < height - margin) return
    this.pages.push({ texts: [], boxes: [] })
    this.y = margin
  }

  paragraph(text: string): void {
    for (const line of wrap(text, width - 2 * margin)) {
      this.makeRoom(lineHeight)
      this.page.texts.push({ x: margin, y: this.y + size, text: line, isValue: false, isDown: false })
      this.y += lineHeight
    }
    this.y += lineHeight / 2
  }

  table(sheet: Story['sheets']['requests']): void {
    const matrix = toMatrix(sheet)
    const step = (width - 2 * margin) / (matrix[0]?.length ?? 1)
    const linesOf = (cell: SheetCell) => wrap(cell.text, cell.colSpan * step - 4)
    const heights = matrix.map(
      (row) =>
        Math.max(1, ...row.map((cell) => (cell && cell.rowSpan === 1 ? linesOf(cell).length : 1))) * lineHeight + 6,
    )
    const open = new Map<number, { cell: SheetCell; rows: number; isBegun: boolean }>()
    matrix.forEach((row, r) => {
      this.makeRoom(heights[r] ?? 0)
      const isLast = this.y + (heights[r] ?? 0) + (heights[r + 1] ?? 0) >= height - margin || r + 1 === matrix.length
      row.forEach((cell, c) => {
        if (cell) open.set(c, { cell, rows: 0, isBegun: false })
      })
      for (const [c, state] of open) {
        state.rows++
        const { cell } = state
        const isEnd = state.rows === cell.rowSpan
        if (!isEnd && !isLast) continue
        const first = Math.max(0, r - state.rows + 1)
        const span = heights.slice(first, r + 1).reduce((sum, one) => sum + one, 0)
        const above = span - (heights[r] ?? 0)
        const top = Math.max(margin, this.y - above)
        this.cell(cell, margin + c * step, top, [cell.colSpan * step, this.y + (heights[r] ?? 0) - top], state.isBegun)
        state.isBegun = true
        if (isEnd) open.delete(c)
        else state.cell = { ...cell, rowSpan: cell.rowSpan - state.rows }
        state.rows = 0
      }
      this.y += heights[r] ?? 0
    })
    this.y += lineHeight
  }

  private cell(cell: SheetCell, x: number, y: number, [w, h]: readonly [number, number], isBegun: boolean): void {
    this.page.boxes.push([x, y, w, h])
    if (isBegun || cell.text === '') return
    const isDown = this.layout.isDown === true && cell.rowSpan > 2 && cell.colSpan === 1
    if (isDown) {
      this.page.texts.push({ x: x + w / 2, y: y + 3, text: cell.text, isValue: false, isDown })
      return
    }
    wrap(cell.text, w - 4).forEach((text, i) => {
      const line = { x: x + 2, y: y + 3 + size + i * lineHeight, text, isValue: cell.key !== undefined, isDown: false }
      this.page.texts.push(line)
    })
  }
}

let gbk: ReadonlyMap<string, number> | undefined

/** Codes of two bytes in GBK; the platform only reads them. */
function readGbk(): ReadonlyMap<string, number> {
  const codes = new Map<string, number>()
  const decoder = new TextDecoder('gbk')
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) codes.set(decoder.decode(Uint8Array.of(high, low)), high * 256 + low)
  }
  return codes
}

const hex = (code: number, digits = 4): string => code.toString(16).padStart(digits, '0')

function encode(text: string, { encoding }: WrittenLayout): string {
  if (encoding !== 'GBK-EUC') return [...text].map((one) => hex(one.charCodeAt(0))).join('')
  gbk ??= readGbk()
  return [...text].map((one) => (one < '\x80' ? hex(one.charCodeAt(0), 2) : hex(gbk?.get(one) ?? 0x2121))).join('')
}

const show = (font: string, x: number, y: number, code: string): string =>
  `BT /${font} ${size} Tf ${x.toFixed(2)} ${(height - y).toFixed(2)} Td ${code} Tj ET`

function showText({ x, y, text, isDown, isValue }: Text, layout: WrittenLayout): string {
  if (isDown) return show('V', x, y, `<${encode(text, layout)}>`)
  if (layout.isMixed && isValue) return show('H', x, y, `(${text})`)
  if (!layout.isSingle) return show('F', x, y, `<${encode(text, layout)}>`)
  let at = x
  return [...text]
    .map((one) => {
      const step = show('F', at, y, `<${encode(one, layout)}>`)
      at += widthOf(one)
      return step
    })
    .join('\n')
}

function paint({ texts, boxes }: SheetPage, layout: WrittenLayout): string {
  const lines = boxes.map(([x, y, w, h]) => {
    const [x0, y0, x1, y1] = [x, height - y - h, x + w, height - y].map((one) => one.toFixed(2))
    if (!layout.isFilled) return `0.5 w ${x0} ${y0} ${w.toFixed(2)} ${h.toFixed(2)} re S`
    const [long, high] = [w.toFixed(2), h.toFixed(2)]
    return `${x0} ${y0} ${long} 0.5 re ${x0} ${y1} ${long} 0.5 re ${x0} ${y0} 0.5 ${high} re ${x1} ${y0} 0.5 ${high} re f`
  })
  const shown = texts.filter(({ isValue }) => !(layout.isForm && isValue))
  const layer = texts.map(({ x, y, isValue }) => (isValue ? show('H', x + 1, y, '(9)') : '')).join('\n')
  const hidden = layout.hasLayer ? `/OC /L BDC\n${layer}\nEMC` : ''
  const white = layout.hasWhite ? `1 g\n${layer}\n0 g` : ''
  return [...lines, ...shown.map((text) => showText(text, layout)), hidden, white].join('\n')
}

/** Objects of a file by their number; a stream is what stands beside its dictionary. */
type Objects = Map<number, { readonly dictionary: string; readonly stream?: string }>

const fontOf = (encoding: string, suffix: 'H' | 'V', at: number): readonly string[] => [
  `/Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}-${suffix}/DescendantFonts[${at} 0 R]`,
  '/Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500 814 939 500]/FontDescriptor 9 0 R',
]

function addFonts(objects: Objects, { encoding = 'UniGB-UCS2' }: WrittenLayout): void {
  const [across = '', acrossCid = ''] = fontOf(encoding, 'H', 4)
  const [down = '', downCid = ''] = fontOf(encoding, 'V', 6)
  for (const [number, dictionary] of [
    [3, across],
    [4, acrossCid],
    [5, down],
    [6, downCid],
    [7, '/Type/Font/Subtype/Type1/BaseFont/Helvetica'],
    [8, '/Type/OCG/Name(off)'],
    [
      9,
      '/Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80',
    ],
  ] as const)
    objects.set(number, { dictionary })
}

const resources = '/Resources<</Font<</F 3 0 R/V 5 0 R/H 7 0 R>>/Properties<</L 8 0 R>>>>'

function addPage(objects: Objects, pages: readonly SheetPage[], layout: WrittenLayout): string {
  const number = 100 + objects.size
  const content = pages.map((page, i) => `q 1 0 0 1 ${i * width} 0 cm\n${paint(page, layout)}\nQ`).join('\n')
  objects.set(number + 1, { dictionary: '', stream: content })
  const fields = layout.isForm ? pages.flatMap(({ texts }) => texts.filter(({ isValue }) => isValue)) : []
  const kids = fields.map((field, i) => addField(objects, field, number + 10_000 + 2 * i))
  const box = [0, 0, layout.isPair ? 2 * width : width, height]
  const turn = layout.isTurned ? '/Rotate 90' : ''
  objects.set(number, {
    dictionary: `/Type/Page/Parent 2 0 R/MediaBox[${box.join(' ')}]/Contents ${number + 1} 0 R${turn}${resources}/Annots[${kids.join(' ')}]`,
  })
  return `${number} 0 R`
}

/** A field and what it looks like. */
function addField(objects: Objects, { x, y, text }: Text, number: number): string {
  const room = [x, height - y - 2, x + widthOf(text) + 2, height - y + size].map((one) => one.toFixed(2)).join(' ')
  objects.set(number, {
    dictionary: `/Type/Annot/Subtype/Widget/FT/Tx/T(f${number})/V(${text})/F 4/Rect[${room}]/AP<</N ${number + 1} 0 R>>`,
  })
  objects.set(number + 1, {
    dictionary: `/Type/XObject/Subtype/Form/BBox[0 0 ${(widthOf(text) + 2).toFixed(2)} ${size + 2}]${resources}`,
    stream: `BT /H ${size} Tf 0 2 Td (${text}) Tj ET`,
  })
  return `${number} 0 R`
}

/** Writes a report as a program does that knows nothing of pages but places and lines. */
export function writePdf(story: Story, layout: WrittenLayout): Uint8Array {
  const setter = new Setter(layout)
  setter.paragraph(story.title)
  for (const part of story.parts) {
    if (part.kind === 'sheet') setter.table(part.sheet)
    else setter.paragraph(part.text)
  }
  const objects: Objects = new Map()
  addFonts(objects, layout)
  const each = layout.isPair ? 2 : 1
  const kids: string[] = []
  for (let i = 0; i < setter.pages.length; i += each)
    kids.push(addPage(objects, setter.pages.slice(i, i + each), layout))
  objects.set(1, {
    dictionary: '/Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>/AcroForm<</Fields[]>>',
  })
  objects.set(2, { dictionary: `/Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]` })
  return toFile(objects, layout.isLocked === true)
}

function toFile(objects: Objects, isLocked: boolean): Uint8Array {
  const lock = isLocked ? toLock() : undefined
  const parts: Buffer[] = [Buffer.from('%PDF-1.6\n')]
  for (const [number, { dictionary, stream }] of objects) {
    const plain = stream === undefined ? undefined : Buffer.from(stream, 'latin1')
    const hide = (text: string) =>
      lock ? `<${rc4(keyOf(lock.key, number), Buffer.from(text)).toString('hex')}>` : `(${text})`
    const open = dictionary.replace(/\(([^()]*)\)/g, (_, text: string) => hide(text))
    const content = plain && lock ? rc4(keyOf(lock.key, number), plain) : plain
    parts.push(Buffer.from(`${number} 0 obj\n<<${open}${content ? `/Length ${content.length}` : ''}>>\n`, 'latin1'))
    if (content) parts.push(Buffer.from('stream\n'), content, Buffer.from('\nendstream\n'))
    parts.push(Buffer.from('endobj\n'))
  }
  parts.push(Buffer.from(`trailer\n<</Root 1 0 R${lock?.trailer ?? ''}>>\n%%EOF\n`, 'latin1'))
  return new Uint8Array(Buffer.concat(parts))
}

const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const md5 = (...parts: readonly Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest()

/** The oldest lock, with no password for readers. */
function toLock(): { readonly key: Buffer; readonly trailer: string } {
  const owner = rc4(md5(padding).subarray(0, 5), padding)
  const id = Buffer.from('gongkai')
  const rights = Buffer.from('fcffffff', 'hex')
  const key = md5(padding, owner, rights, id).subarray(0, 5)
  const user = rc4(key, padding)
  const written = `<</Filter/Standard/V 1/R 2/P -4/O<${owner.toString('hex')}>/U<${user.toString('hex')}>>>`
  return { key, trailer: `/ID[<${id.toString('hex')}><${id.toString('hex')}>]/Encrypt ${written}` }
}

const keyOf = (key: Buffer, number: number): Buffer =>
  md5(key, Buffer.from([number & 255, (number >> 8) & 255, (number >> 16) & 255, 0, 0])).subarray(0, 10)

function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, i) => i)
  const swap = (a: number, b: number) => {
    const kept = state[a] ?? 0
    state[a] = state[b] ?? 0
    state[b] = kept
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let [i, j] = [0, 0]
  return Buffer.from(bytes).map((byte) => {
    i = (i + 1) & 255
    j = (j + (state[i] ?? 0)) & 255
    swap(i, j)
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 255] ?? 0)
  }) as Buffer
}
