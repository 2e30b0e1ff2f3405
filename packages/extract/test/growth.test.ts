import { expect, test } from 'vitest'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { extractDocument } from '../src/index.ts'
import { structures } from './hostile/growing-structures.ts'
import { toGrowing } from './hostile/growing-units.ts'
import { type GrowingDocument, type Measure, measureGrowth } from './hostile/growth.ts'

/** Work in step with the bytes doubles with them; the rest is what memory and a busy machine cost. Squares have 4. */
const mostPerDoubling = 2.6
/** A growth that is found too large is measured again, more thoroughly: memory grows in steps, squares go on. */
const again: readonly Measure[] = [
  { telling: 80, runs: 3 },
  { telling: 160, runs: 3 },
  { telling: 320, runs: 3 },
]

const lookups = loadLookups()
const read = (bytes: Uint8Array) =>
  extractDocument({ path: 'x', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }, lookups)

async function leastGrowth(document: GrowingDocument) {
  let found = await measureGrowth(document, read)
  for (const measure of again) {
    if (found.ratio < mostPerDoubling) return found
    found = await measureGrowth(document, read, measure)
  }
  return found
}

/** Units that once cost the square of their length, or more, at the place where they did. */
const known = [
  ...toGrowing(['|', '|\n', '1 ', '1', '\t1\n', '《', '>', '政府信息公开', '信息公开报告', '附件'], ['line']),
  ...toGrowing(['\u2003', '\u00a0', '1-', '电话'], ['label']),
  ...toGrowing(['0', '分别为1件、', '政府网站'], ['end']),
  ...toGrowing(['-网网', '| 1 ', '当前位置'], ['page']),
  ...toGrowing(['⼀&nbsp;', '13800001234 '], ['docx']),
]

test.each([...structures, ...known])('$name: time grows in step with the bytes', async (document) => {
  const { ratio, bytes, milliseconds } = await leastGrowth(document)
  expect(ratio, `${Math.round(milliseconds)} ms for ${bytes} bytes`).toBeLessThan(mostPerDoubling)
})

test('work that is the square of the bytes is seen', async () => {
  const every = async (bytes: Uint8Array): Promise<number> => {
    let sum = 0
    for (let i = 0; i < bytes.length; i += 8) for (let j = 0; j < i; j += 8) sum += (bytes[i] ?? 0) ^ (bytes[j] ?? 0)
    return sum
  }
  const document = { name: 'a square', make: (size: number) => new Uint8Array(size) }
  expect((await measureGrowth(document, every)).ratio).toBeGreaterThan(3)
})
