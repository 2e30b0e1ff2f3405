import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toSha256 } from '../src/cli/corpus/files.ts'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { openOutput } from '../src/cli/run/output.ts'
import { plain } from '../src/cli/run/packing.ts'
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
const keptOf = (line: Buffer) => ({ key: keyOf(line), pairs: Buffer.alloc(pairsBytes, line.length) })
const texts = loadLookupTexts()

/** Writes the lines; those that are late follow when all others are there. */
function write(mostPlain: number, late: readonly number[]): void {
  const output = openOutput(out(), texts, plain, mostPlain)
  const put = new Map<number, ReturnType<typeof output.reserve>>()
  for (const [i, line] of lines.entries()) {
    if (late.includes(i)) put.set(i, output.reserve())
    else output.write(line, keptOf(line))
  }
  for (const i of late.toReversed()) put.get(i)?.(lines[i] ?? Buffer.alloc(0), keptOf(lines[i] ?? Buffer.alloc(0)))
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
  expect(lines.map((line) => previous.find(keyOf(line))?.line.toString())).toEqual(lines.map(String))
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
    output.write(found?.line ?? Buffer.alloc(0), { ...keptOf(line), ...found })
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

test('a line that was never put in stops the output', () => {
  const output = openOutput(out(), texts)
  output.reserve()
  expect(() => output.publish()).toThrow('a line was never put in')
})
