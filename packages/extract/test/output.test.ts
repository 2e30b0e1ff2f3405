import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { indexFile, readIndexRows } from '@gongkai/schema'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toSha256 } from '../src/cli/corpus/files.ts'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { type LineToWrite, openOutput } from '../src/cli/run/output.ts'
import { gzipped, plain } from '../src/cli/run/packing.ts'
import { openPrevious } from '../src/cli/run/previous-output.ts'
import { pairsBytes } from '../src/cli/run/word-pairs.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-output-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const out = () => join(folder, 'out')
const lines = Array.from({ length: 6 }, (_, i) =>
  Buffer.from(`${JSON.stringify({ line: i, text: '公开'.repeat(i) })}\n`),
)
const whole = Buffer.concat(lines)
const keyOf = (line: Buffer) => toSha256(`key of ${line}`)
const toLine = (line = Buffer.alloc(0)): LineToWrite => ({
  line: { packing: plain, bytes: line },
  documentId: toSha256(line),
  provinces: ['11', '13'],
  kept: { key: keyOf(line), pairs: Buffer.alloc(pairsBytes, line.length) },
})
const texts = loadLookupTexts()

/** Writes the lines; those that are late follow when all others are there. */
function write(mostPlain: number, late: readonly number[]): void {
  const output = openOutput(out(), texts, plain, mostPlain)
  const put = new Map<number, ReturnType<typeof output.reserve>>()
  for (const [i, line] of lines.entries()) {
    if (late.includes(i)) put.set(i, output.reserve())
    else output.write(toLine(line))
  }
  for (const i of late.toReversed()) put.get(i)?.(toLine(lines[i]))
  output.publish()
}

const orders: readonly (readonly number[])[] = [[], [0], [5], [1, 2, 4], [0, 1, 2, 3, 4, 5]]

test.each(orders)('lines up to the bound lie there as they are, in order; late: %j', (...late) => {
  write(whole.length, late)
  expect(readdirSync(out()).sort()).toEqual([
    'reports.index',
    'reports.lookups.json',
    'reports.ndjson',
    'reports.pairs',
  ])
  expect(readFileSync(join(out(), 'reports.ndjson')).equals(whole)).toBe(true)
})

test.each(orders.flatMap((late) => [0, 1, 100, whole.length - 1].map((most) => [most, late] as const)))(
  'lines of more than %i bytes are one gzip file, the same bytes however they came; late: %j',
  (most, late) => {
    write(0, [])
    const atOnce = readFileSync(join(out(), 'reports.ndjson.gz'))
    write(most, late)
    expect(readdirSync(out()).sort()).toEqual([
      'reports.index',
      'reports.lookups.json',
      'reports.ndjson.gz',
      'reports.pairs',
    ])
    const packed = readFileSync(join(out(), 'reports.ndjson.gz'))
    expect(gunzipSync(packed).equals(whole)).toBe(true)
    expect(packed.equals(atOnce)).toBe(true)
  },
)

test.each([0, whole.length])('each line is found again by its key (more than %i bytes compressed)', (most) => {
  write(most, [2])
  const previous = openPrevious([out()], texts)
  const found = lines.flatMap((line) => previous.find(keyOf(line))?.line ?? [])
  expect(found.map(({ packing, bytes }) => packing.unpack(bytes).toString())).toEqual(lines.map(String))
  expect(found.map(({ packing, bytes }) => packing.plainLength(bytes))).toEqual(lines.map(({ length }) => length))
  expect(previous.find(toSha256('another'))).toBeUndefined()
  previous.close()
})

/** Name → bytes of the files of the output. */
const readOut = () => Object.fromEntries(readdirSync(out()).map((name) => [name, readFileSync(join(out(), name))]))

test.each([
  ['compressed before and now', 0, 0],
  ['compressed before, few enough now to be plain', 0, whole.length],
  ['plain before, too many now', whole.length, 0],
  ['plain before and now', whole.length, whole.length],
])('lines that are taken over leave the files of a run from nothing: %s', (_, before, now) => {
  write(now, [])
  const fromNothing = readOut()
  write(before, [])
  const previous = openPrevious([out()], texts)
  const output = openOutput(out(), texts, previous.packing, now)
  for (const line of lines) {
    const found = previous.find(keyOf(line))
    if (found) output.write({ ...found, kept: { key: keyOf(line), pairs: found.pairs } })
  }
  output.publish()
  previous.close()
  expect(readOut()).toEqual(fromNothing)
})

test('a damaged line of a compressed ledger is not found, and the others are', () => {
  write(0, [])
  const path = join(out(), 'reports.ndjson.gz')
  const bytes = readFileSync(path)
  const [, second = ''] = readFileSync(join(out(), 'reports.index'), 'utf8').split('\n')
  const at = Number(second.split(' ')[1]) + 12
  bytes[at] = (bytes[at] ?? 0) ^ 0xff
  writeFileSync(path, bytes)
  const previous = openPrevious([out()], texts)
  expect(lines.map((line) => previous.find(keyOf(line)) !== undefined)).toEqual([true, false, true, true, true, true])
  previous.close()
})

test.each([
  ['plain', whole.length],
  ['compressed', 0],
])('the index says of every line where it stands, and keys those that are used again: %s', (_, most) => {
  const output = openOutput(out(), texts, plain, most)
  const late = output.reserve()
  for (const [i, line] of lines.entries()) {
    const { kept, ...subject } = toLine(line)
    if (i > 0) output.write(i % 2 === 0 ? { ...subject, kept } : { ...subject, documentId: null, provinces: [] })
  }
  late(toLine(lines[0]))
  output.addSlow(toSha256('slow'))
  output.publish()
  const rows = readIndexRows(readFileSync(join(out(), indexFile)))
  const bytes = readFileSync(join(out(), most === 0 ? gzipped.file : plain.file))
  const place = (i: number) => bytes.subarray(rows[i]?.offset, (rows[i]?.offset ?? 0) + (rows[i]?.length ?? 0))
  const unpack = most === 0 ? gunzipSync : (packed: Buffer) => packed
  expect(lines.map((_, i) => unpack(place(i)).toString())).toEqual(lines.map(String))
  expect(rows.map(({ key, documentId, provinces }) => ({ key, documentId, provinces }))).toEqual(
    lines.map((line, i) =>
      i % 2 === 0
        ? { key: keyOf(line), documentId: toSha256(line), provinces: ['11', '13'] }
        : { key: null, documentId: null, provinces: [] },
    ),
  )
  expect([1, 3, 5].map((i) => rows[i]?.sum)).toEqual([1, 3, 5].map((i) => toSha256(place(i))))
  const previous = openPrevious([out()], texts)
  expect(lines.map((line) => previous.find(keyOf(line)) !== undefined)).toEqual([true, false, true, false, true, false])
  expect(previous.isSlow(toSha256('slow'))).toBe(true)
  previous.close()
})

test.each([
  ['another province', (row: string) => row.replace('11+13', '11+14')],
  ['another document', (row: string) => row.replace(/[0-9a-f]{64} 11/, `${toSha256('another')} 11`)],
  ['another length', (row: string) => row.replace(/^(\S+ \d+ \d)/, '$11')],
  ['half a row', (row: string) => row.slice(0, 140)],
])('a line whose index row is damaged is read again: %s', (_, damage) => {
  write(0, [])
  const path = join(out(), indexFile)
  const rows = readFileSync(path, 'utf8').split('\n')
  writeFileSync(path, rows.with(-2, damage(rows.at(-2) ?? '')).join('\n'))
  const previous = openPrevious([out()], texts)
  expect(lines.map((line) => previous.find(keyOf(line)) !== undefined)).toEqual([true, true, true, true, true, false])
  previous.close()
})

test('a line that was never put in stops the output', () => {
  const output = openOutput(out(), texts)
  output.reserve()
  expect(() => output.publish()).toThrow('a line was never put in')
})
