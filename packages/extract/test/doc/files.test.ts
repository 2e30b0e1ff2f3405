import { readFileSync } from 'node:fs'
import { type CFB$Container, read as openContainer, utils, write } from 'cfb'
import { expect, test } from 'vitest'
import { Unreadable } from '../../src/limits.ts'
import { Bytes } from '../../src/readers/doc/bytes.ts'
import { eachProperty } from '../../src/readers/doc/properties.ts'
import { readDoc } from '../../src/readers/doc/read-doc.ts'

const sample = new Uint8Array(readFileSync(new URL('../corpus/doc-cells-merged-both-ways/source.doc', import.meta.url)))

function reasonOf(bytes: Uint8Array): string {
  try {
    readDoc(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
}

/** The sample with the first stream of its document changed. */
function change(edit: (main: Uint8Array) => void): Uint8Array {
  const at = sample.findIndex((byte, i) => i % 512 === 0 && byte === 0xec && sample[i + 1] === 0xa5)
  const copy = sample.slice()
  edit(copy.subarray(at))
  return copy
}

const toFile = (container: CFB$Container): Uint8Array => new Uint8Array(write(container, { type: 'buffer' }))

function toWorkbook(): Uint8Array {
  const container = utils.cfb_new()
  utils.cfb_add(container, 'Workbook', new Uint8Array(600))
  return toFile(container)
}

function withoutTables(): Uint8Array {
  const container = openContainer(sample, { type: 'array' })
  utils.cfb_del(container, '/1Table')
  utils.cfb_del(container, '/0Table')
  return toFile(container)
}

test.each([
  ['a document', sample, 'read'],
  ['a workbook in the same container', toWorkbook(), 'format_not_read'],
  ['a document of Word 95', change((main) => main.set([0xdc, 0xa5])), 'format_not_read'],
  ['a document under a password', change((main) => main.set([(main[0x0b] ?? 0) | 1], 0x0b)), 'encrypted'],
  ['a document without its tables', withoutTables(), 'damaged'],
  ['a document whose head points beyond it', change((main) => main.set([0xff, 0xff, 0xff, 0x7f], 0x1a2)), 'damaged'],
  ['a document of too many characters', change((main) => main.set([0xff, 0xff, 0xff, 0x7f], 0x4c)), 'limit_exceeded'],
  ['a document cut short', sample.subarray(0, 700), 'damaged'],
])('%s is told by its bytes', (_, bytes, reason) => {
  expect(reasonOf(bytes)).toBe(reason)
})

test('whatever byte is changed, a document is read or refused', () => {
  const reasons = Array.from({ length: 300 }, (_, i) => {
    const copy = sample.slice()
    const at = 512 + ((i * 7919) % (copy.length - 512))
    copy[at] = (copy[at] ?? 0) ^ (1 << (i % 8))
    return reasonOf(copy)
  })
  expect(new Set(reasons)).toContain('read')
})

test('chains of sectors that leave the file are read as far as they go', () => {
  const bytes = sample.slice()
  const view = new DataView(bytes.buffer)
  const fat = 512 * (view.getUint32(76, true) + 1)
  const ends = Array.from({ length: 128 }, (_, i) => fat + 4 * i).filter(
    (at) => view.getUint32(at, true) === 0xffff_fffe,
  )
  for (const at of ends) view.setUint32(at, 100_000, true)
  expect(ends.length).toBeGreaterThan(0)
  expect(readDoc(bytes)).toEqual(readDoc(sample))
})

const list = (...bytes: number[]) => new Bytes(Uint8Array.from(bytes))

test.each([
  ['a property of one byte', list(0x3c, 0x08, 1), [[0x083c, 1]]],
  [
    'one with its size in front',
    list(0x15, 0xc6, 2, 7, 8, 0x3c, 0x08, 1),
    [
      [0xc615, 2],
      [0x083c, 1],
    ],
  ],
  [
    'a table with a size of two bytes',
    list(0x08, 0xd6, 3, 0, 9, 9, 0x3c, 0x08, 1),
    [
      [0xd608, 2],
      [0x083c, 1],
    ],
  ],
  ['one behind another that says nothing', list(0x4f, 0x4a, 1, 0, 0x3c, 0x08, 1), [[0x083c, 1]]],
  ['one that is cut short', list(0x3c, 0x08, 1, 0x49, 0x66, 1), [[0x083c, 1]]],
])('of %s the code and the size are read', (_, bytes, expected) => {
  const found: (readonly [number, number])[] = []
  eachProperty(bytes, new Set([0x083c, 0xc615, 0xd608]), (code, operand) => found.push([code, operand.length]))
  expect(found).toEqual(expected)
})

test('beside a digit that was deleted a number is told as beside a hidden or a struck-out one', () => {
  const hidden = new Uint8Array(readFileSync(new URL('../corpus/doc-hidden-runs/source.doc', import.meta.url)))
  const [first = [], ...others] = [0x3c, 0x37, 0x00].map((code) => {
    const copy = hidden.slice()
    hidden.forEach((byte, i) => {
      if (byte === 0x3c && hidden[i + 1] === 0x08 && hidden[i + 2] === 1) copy[i] = code
    })
    const cells = readDoc(copy).blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    return cells.flatMap(({ text, isPartial }) => (isPartial ? [text] : []))
  })
  expect(first.length).toBeGreaterThan(100)
  for (const other of others) expect(other).toEqual(first)
})
