import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { indexFile, type LedgerEntry, ledgerEntrySchema, readIndexRows, toProvinces } from '@gongkai/schema'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { generateDocument, layouts } from './generate/layouts.ts'
import { endOf, runCommand, startCommand } from './support/command.ts'

let folder = ''
let corpus = ''
let out = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-extract-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeEach((context) => {
  corpus = join(folder, context.task.id, 'corpus')
  out = join(folder, context.task.id, 'out')
  mkdirSync(join(corpus, 'deep'), { recursive: true })
  for (const [i, layout] of layouts.slice(0, 12).entries())
    writeFileSync(join(corpus, i % 2 ? 'deep' : '', `${i}`), generateDocument(layout, i).bytes)
})

const extract = (...args: readonly string[]) =>
  runCommand('extract', ['--corpus', corpus, '--out', out, ...args], folder)
const readBytes = () => readFileSync(join(out, 'reports.ndjson'))
const readEntries = (): readonly LedgerEntry[] =>
  readBytes()
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => ledgerEntrySchema.parse(JSON.parse(line)))

test('the number of threads changes no byte', async () => {
  expect(await extract('--threads', '1')).toMatchObject({ code: 0 })
  const one = readBytes()
  rmSync(out, { recursive: true })
  expect(await extract('--threads', '3')).toMatchObject({ code: 0 })
  expect(readBytes().equals(one)).toBe(true)
  expect(readEntries().map((entry) => entry.document.path)).toEqual(
    [...readEntries()].map((entry) => entry.document.path).sort(),
  )
})

test('only what changed is read again', async () => {
  await extract()
  writeFileSync(join(corpus, '2'), '今天天气很好')
  expect((await extract()).stdout).toContain('12 files: 11 extracted, 1 not_a_report; 11 unchanged')
  writeFileSync(join(corpus, 'manifest.csv'), 'file,source_url,retrieved_at\n4,https://example.org/4,2024-02-01\n')
  expect((await extract()).stdout).toContain('11 unchanged')
  expect(readEntries().find((entry) => entry.document.path === '4')?.document.sourceUrl).toBe('https://example.org/4')
})

test('a bad row of the manifest stops the run before anything is read, and shows no password', async () => {
  await extract()
  const good = readBytes()
  writeFileSync(
    join(corpus, 'manifest.csv'),
    'file,source_url,retrieved_at\n4,https://a.cn,2024-02-01\n5,https://u:secret@a.cn/5,2023-02-30\n',
  )
  const { code, stdout, stderr } = await extract()
  expect(stderr).toContain('manifest.csv, row 3: source_url "https://…@a.cn/5" must be an address without')
  expect(stdout + stderr).not.toContain('secret')
  expect(code).toBe(2)
  expect(readBytes().equals(good)).toBe(true)
})

test('earlier output is believed line by line, as long as its bytes are the ones that were written', async () => {
  await extract()
  const good = readBytes()
  const spoilt = Buffer.from(good)
  spoilt[20] = (spoilt[20] ?? 0) ^ 1
  writeFileSync(join(out, 'reports.ndjson'), spoilt)
  expect((await extract()).stdout).toContain('11 unchanged')
  expect(readBytes().equals(good)).toBe(true)
  writeFileSync(join(out, 'reports.index'), 'nonsense\n')
  expect((await extract()).stdout).toContain('; 0 unchanged')
  expect(readBytes().equals(good)).toBe(true)
})

test('the index says of each line which document and which provinces it is of, read or taken over', async () => {
  cpSync(join(corpus, '0'), join(corpus, 'copy'))
  await extract()
  const index = readFileSync(join(out, indexFile), 'utf8')
  const rows = readIndexRows(Buffer.from(index))
  expect(rows.map(({ documentId, provinces }) => ({ documentId, provinces }))).toEqual(
    readEntries().map(({ document, reports }) => ({
      documentId: document.documentId,
      provinces: toProvinces(reports),
    })),
  )
  expect(rows.filter(({ key }) => key === null)).toHaveLength(1)
  expect(rows.some(({ provinces }) => provinces.length > 0)).toBe(true)
  expect(rows.reduce((end, { offset, length }) => (offset === end ? end + length : -1), 0)).toBe(readBytes().length)
  expect((await extract()).stdout).toContain('12 unchanged')
  expect(readFileSync(join(out, indexFile), 'utf8')).toBe(index)
})

test('files with the same bytes are duplicates of the first path', async () => {
  cpSync(join(corpus, '0'), join(corpus, 'a'))
  cpSync(join(corpus, '0'), join(corpus, '-'))
  await extract('--threads', '3')
  const found = readEntries().flatMap(({ document }) =>
    document.status === 'duplicate' ? [[document.path, document.duplicateOf, document.reader]] : [],
  )
  const reader = readEntries().find((entry) => entry.document.path === '-')?.document.reader
  expect(found).toEqual([
    ['0', '-', reader],
    ['a', '-', reader],
  ])
})

test.each(['SIGINT', 'SIGKILL'] as const)(
  '%s leaves the last good output, and the next run goes on',
  async (signal) => {
    await extract()
    const good = readBytes()
    writeFileSync(join(corpus, 'b'), '今天天气很好')
    const child = startCommand('extract', ['--corpus', corpus, '--out', out], folder)
    const ended = endOf(child)
    await waitForFolder('.next-')
    child.kill(signal)
    const { code } = await ended
    if (code !== 0) expect(readBytes().equals(good)).toBe(true)
    expect(await extract()).toMatchObject({ code: 0 })
    expect(readEntries()).toHaveLength(13)
    expect(readdirSync(join(out, '..')).sort()).toEqual(['corpus', 'out'])
  },
)

async function waitForFolder(part: string): Promise<void> {
  for (let i = 0; i < 2000 && !readdirSync(join(out, '..')).some((name) => name.includes(part)); i++)
    await new Promise((resolve) => setTimeout(resolve, 2))
}

test('an output that a killed run had moved away comes back', async () => {
  await extract()
  const child = startCommand('extract', ['--corpus', join(folder, 'nowhere')], folder)
  const ended = endOf(child)
  const pid = child.pid ?? 0
  await once(child, 'exit')
  await ended
  cpSync(out, `${out}.old-${pid}`, { recursive: true })
  rmSync(out, { recursive: true })
  expect((await extract()).stdout).toContain('12 unchanged')
  expect(existsSync(`${out}.old-${pid}`)).toBe(false)
})

test.each([
  [['--corpus', 'nowhere'], 'does not exist'],
  [['--threads', 'many'], 'a whole number from 1 to 64'],
  [['--output', 'x'], "Unknown option '--output'"],
] as const)('%j is refused with exit code 2', async (args, message) => {
  const { code, stderr } = await extract(...args)
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})
