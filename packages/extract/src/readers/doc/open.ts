import { find, read } from 'cfb'
import { limits, Unreadable } from '../../limits.ts'
import { Bytes } from './bytes.ts'

/** A part of the text: its first character, and the one behind its last. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** The streams of a legacy Word document, and where its head says that their tables lie. */
export interface DocFile {
  /** Text and pages of properties. */
  readonly main: Bytes
  /** Tables. */
  readonly table: Bytes
  /** Properties that are too long for their page. */
  readonly data: Bytes | undefined
  /** The text itself; notes, heads of pages and comments follow it. */
  readonly text: Span
  /** The text of boxes, behind all of these. */
  readonly boxes: Span
  /** Place and length in the table stream of the parts with a number in the head. */
  readonly part: (number: number) => { readonly at: number; readonly length: number }
}

const word97 = 0xa5ec
const word95 = 0xa5dc
const isEncrypted = 0x100
const isSecondTable = 0x200

/**
 * Opens the container of a legacy Word document and reads its head.
 *
 * @throws {Unreadable} `damaged`, `encrypted`, or `format_not_read` for what is no document of Word 97 to 2003
 * @see [MS-DOC] 2.5, the File Information Block
 */
export function openDoc(bytes: Uint8Array): DocFile {
  const streams = openContainer(bytes)
  const main = streams('WordDocument')
  if (!main) throw new Unreadable('format_not_read', 'it is no Word document; save it as DOCX or PDF')
  const kind = main.short(0)
  if (kind === word95) throw new Unreadable('format_not_read', 'it is of Word 95 or older; save it as DOCX or PDF')
  if (kind !== word97) throw new Unreadable('damaged', 'its Word document does not begin as one')
  const flags = main.short(0x0a)
  if ((flags & isEncrypted) !== 0) throw new Unreadable('encrypted', 'it opens with a password only')
  const table = streams((flags & isSecondTable) === 0 ? '0Table' : '1Table')
  if (!table) throw new Unreadable('damaged', 'it has no table stream')
  return { main, table, data: streams('Data'), ...readHead(main) }
}

/** Where the head counts the characters of the text, and of all parts up to the boxes. */
const textLength = 3
const boxLength = 9

/** The head has three lists, each after its count: of 2, 4 and 8 bytes. */
function readHead(main: Bytes): Pick<DocFile, 'text' | 'boxes' | 'part'> {
  const longs = 34 + 2 * main.short(32)
  const parts = longs + 2 + 4 * main.short(longs)
  const lengthOf = (number: number) => main.long(longs + 2 + 4 * number)
  let before = 0
  for (let number = textLength; number < boxLength; number++) before += lengthOf(number)
  const text = { from: 0, to: lengthOf(textLength) }
  const boxes = { from: before, to: before + lengthOf(boxLength) }
  const length = text.to + boxes.to - boxes.from
  if (length > limits.characters)
    throw new Unreadable('limit_exceeded', `${length} characters, the limit is ${limits.characters}`)
  const count = main.short(parts)
  return {
    text,
    boxes,
    part: (number) => {
      const at = parts + 2 + 8 * number
      return number < count ? { at: main.long(at), length: main.long(at + 4) } : { at: 0, length: 0 }
    },
  }
}

function openContainer(bytes: Uint8Array): (name: string) => Bytes | undefined {
  try {
    const container = readContainer(bytes)
    return (name) => {
      const content = find(container, `/${name}`)?.content
      if (!content || content.length === 0) return undefined
      return new Bytes(content instanceof Uint8Array ? content : Uint8Array.from(content))
    }
  } catch (error) {
    throw new Unreadable('damaged', `the container cannot be opened (${error instanceof Error ? error.message : ''})`)
  }
}

/**
 * The library joins the sectors of Node's buffers as a whole, and those of other arrays byte by byte, which takes ten times
 * as long. Chains of sectors that leave the file are read in the second way alone: each way gives the same streams.
 */
function readContainer(bytes: Uint8Array): ReturnType<typeof read> {
  if (typeof Buffer === 'undefined') return read(bytes, { type: 'array' })
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { type: 'buffer' })
  } catch {
    return read(bytes, { type: 'array' })
  }
}
