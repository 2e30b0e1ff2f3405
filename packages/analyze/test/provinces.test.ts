import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { indexFile, type LedgerEntry, type Report, toIndexLine, toProvinces } from '@gongkai/schema'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AnalyzeOptions, analyze } from '../src/index.ts'
import { toGroups } from '../src/provinces/groups.ts'
import { toCells, toEntry, toReport, writeEntries } from './fixtures.ts'

const toSha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')
const sumsOf = (folder: string) => readFile(join(folder, 'SHA256SUMS'), 'utf8')
const keptFolder = ({ out }: AnalyzeOptions) => join(out, '../.dataset-tables')

const divisions = `code,name,name_en,level,parent_code,province,prefecture
110000,北京市,Beijing,province,,北京市,
110105,朝阳区,,county,110000,北京市,
140000,山西省,Shanxi,province,,山西省,
140200,大同市,,prefecture,140000,山西省,大同市
140212,新荣区,,county,140200,山西省,大同市
220000,吉林省,Jilin,province,,吉林省,
`

/** Writes a ledger with its index, as extract does. */
const writeLedger = ({ reports: [folder = ''] }: AnalyzeOptions, entries: readonly LedgerEntry[], isPacked = false) =>
  writeShard(folder, entries, isPacked)

async function writeShard(folder: string, entries: readonly LedgerEntry[], isPacked: boolean) {
  let offset = 0
  const rows = entries.map((entry) => {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`)
    const bytes = isPacked ? gzipSync(line) : line
    const { documentId } = entry.document
    const place = { key: null, offset, length: bytes.length, sum: toSha256(bytes) }
    offset += bytes.length
    return { bytes, row: toIndexLine({ ...place, documentId, provinces: toProvinces(entry.reports) }) }
  })
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await writeFile(
    join(folder, isPacked ? 'reports.ndjson.gz' : 'reports.ndjson'),
    Buffer.concat(rows.map(({ bytes }) => bytes)),
  )
  await writeFile(join(folder, indexFile), rows.map(({ row }) => row).join(''))
}

async function prepare(): Promise<AnalyzeOptions> {
  const options = { ...(await writeEntries([])), mostRowsAtOnce: 40 }
  await writeFile(options.divisions, divisions)
  return options
}

/** What an analysis leaves that takes nothing over. */
async function readClean(options: AnalyzeOptions): Promise<string> {
  const out = join(options.out, '../clean')
  await rm(join(out, '../.clean-tables'), { recursive: true, force: true })
  await analyze({ ...options, out })
  return sumsOf(out)
}

const places = [
  { regionCode: '140212', agencyId: '140212-ju', level: 'county' },
  { regionCode: '140200', agencyId: '140200-ju', level: 'prefecture' },
  { regionCode: '110105', agencyId: '110105-ju', level: 'county' },
  { regionCode: '110000', agencyId: '110000-ju', level: 'province' },
  { regionCode: null, agencyId: 'x-ju', level: null },
  // an id that a reviewer gave, of another province than the division
  { regionCode: '140212', agencyId: '110000-zhu', level: 'county' },
] as const

interface Body {
  readonly place: number
  readonly year: number
  readonly number: number
  readonly isArea: boolean
  readonly isOther: boolean
}

function toBody({ place, year, number, isArea, isOther }: Body, part: number): Report {
  const { agencyId, regionCode, level } = places[place] ?? places[0]
  const officialName = isOther ? '某地方志办公室' : '某机关'
  const name = { agencyName: officialName, officialName, regionCandidates: [] }
  const identity = {
    agencyId,
    regionCode,
    level,
    year,
    ...name,
    scope: isArea ? ('area' as const) : ('organ' as const),
  }
  const changed = { 'requests.new_received.total': { value: number, raw: String(number) } }
  const text = `本机关第${number}次专题会议研究部署信息公开工作并逐项落实责任。全年共办理第${number}类事项若干件并及时答复申请人。`
  const lines = [{ line: 1, kind: 'paragraph' as const, section: 1, text }]
  const cells = [...toCells('requests', changed), ...toCells('disclosure'), ...toCells('proceedings')]
  return toReport({ reportId: `${agencyId}-${year}`, part, cells, lines }, identity)
}

interface File {
  readonly bodies: readonly Body[]
  readonly bytes: number
  /** Whether it took too long, which is no matter of its bytes. */
  readonly isLate?: boolean
}

/** Files of the same bytes are read once: the others are duplicates, as a run of extract has them. */
function toEntries(files: ReadonlyMap<string, File>): readonly LedgerEntry[] {
  const firsts = new Map<string, string>()
  return [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, { bodies, bytes, isLate }]) => {
      const documentId = toSha256(`${bytes} ${JSON.stringify(bodies)}`)
      const first = firsts.get(documentId)
      firsts.set(documentId, first ?? path)
      if (isLate && !first) return toEntry(path, [], { documentId, status: 'rejected', reason: 'timed_out' })
      if (bodies.length === 0) return toEntry(path, [], { documentId, status: 'not_a_report', reason: 'unrelated' })
      if (first) return toEntry(path, [], { documentId, status: 'duplicate', reason: 'identical', duplicateOf: first })
      return toEntry(
        path,
        bodies.map((body, i) => toBody(body, i + 1)),
        { documentId, sourceUrl: `https://x${bytes}.gov.cn/` },
      )
    })
}

const body = fc.record({
  place: fc.nat(places.length - 1),
  year: fc.integer({ min: 2021, max: 2023 }),
  number: fc.nat(2),
  isArea: fc.boolean(),
  isOther: fc.boolean(),
})
const pair = fc.array(body, { maxLength: 2 })
const copies = fc.tuple(body, fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }))
/** Reports of two bodies, or several copies of one; few enough that files of the same bytes are drawn. */
const bodies = fc.oneof(
  { weight: 3, arbitrary: pair },
  copies.map(([same, numbers]) => numbers.map((number) => ({ ...same, number }))),
  fc.constant([{ place: 0, year: 2022, number: 1, isArea: false, isOther: false }]),
)
const isLate = fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true))
const file = fc.record({ bodies, bytes: fc.nat(1), isLate })
const change = fc.tuple(fc.constantFrom(...'abcdefghij'), fc.option(file))
const series = fc.tuple(
  fc.array(change, { minLength: 6, maxLength: 12 }),
  fc.array(fc.array(change, { minLength: 1, maxLength: 2 }), { minLength: 3, maxLength: 3 }),
  fc.boolean(),
  fc.integer({ min: 1, max: 2 }),
)

/** Writes the ledgers of the shards of some files, each read without a look at the others. */
async function writeShards(folders: readonly string[], files: ReadonlyMap<string, File>, isPacked: boolean) {
  for (const [i, folder] of folders.entries()) {
    const own = [...files].filter(([path]) => (path.codePointAt(0) ?? 0) % folders.length === i)
    await writeShard(folder, toEntries(new Map(own)), isPacked)
  }
}

test('after any changes the dataset is that of an analysis from nothing', { timeout: 600_000 }, async () => {
  const prepared = await prepare()
  await fc.assert(
    fc.asyncProperty(series, async ([first, steps, isPacked, shards]) => {
      const reports = Array.from({ length: shards }, (_, i) => join(prepared.out, `../shard-${i}`))
      const options = { ...prepared, reports }
      const files = new Map<string, File>()
      for (const changes of [first, ...steps]) {
        for (const [path, found] of changes) {
          if (found) files.set(path, found)
          else files.delete(path)
        }
        await writeShards(reports, files, isPacked)
        expect(await analyze(options)).toMatchObject({ published: true })
        expect(await sumsOf(options.out)).toBe(await readClean(options))
      }
    }),
    { numRuns: Number(process.env['CHANGE_SERIES'] ?? 1) },
  )
})

const bodyOf = (place: number, changes: Partial<Body> = {}): Body => ({
  ...{ place, year: 2022, number: 1, isArea: false, isOther: false },
  ...changes,
})
/** Two files of Shanxi, one of Beijing, one of no known division. */
const few = new Map<string, File>([
  ['a', { bodies: [bodyOf(0)], bytes: 0 }],
  ['b', { bodies: [bodyOf(0, { year: 2021 })], bytes: 0 }],
  ['c', { bodies: [bodyOf(2)], bytes: 0 }],
  ['d', { bodies: [bodyOf(4)], bytes: 0 }],
])

describe('a second analysis', () => {
  let first: AnalyzeOptions
  beforeAll(async () => {
    first = await prepare()
    await writeLedger(first, toEntries(few))
    expect((await analyze(first)).ledger).toEqual({ lines: 4, read: 4, checked: 4 })
  })
  /** A copy of the first analysis, with all that it left. */
  const prepareFew = async () => {
    const options = await prepare()
    const [from, to] = [join(first.out, '..'), join(options.out, '..')]
    await rm(to, { recursive: true })
    await cp(from, to, { recursive: true })
    return options
  }

  test('reads nothing where nothing changed', async () => {
    const options = await prepareFew()
    const sums = await sumsOf(options.out)
    expect((await analyze(options)).ledger).toEqual({ lines: 4, read: 0, checked: 0 })
    expect(await sumsOf(options.out)).toBe(sums)
  })

  test('reads the lines of the province that a document came into', async () => {
    const options = await prepareFew()
    await writeLedger(options, toEntries(new Map([...few, ['e', { bodies: [bodyOf(1)], bytes: 0 }]])))
    expect((await analyze(options)).ledger).toEqual({ lines: 5, read: 3, checked: 3 })
    expect(await sumsOf(options.out)).toBe(await readClean(options))
  })

  test('reads both provinces of a document that is of two', async () => {
    const options = await prepareFew()
    await writeLedger(options, toEntries(new Map([...few, ['e', { bodies: [bodyOf(1), bodyOf(3)], bytes: 0 }]])))
    expect((await analyze(options)).ledger).toEqual({ lines: 5, read: 4, checked: 4 })
    expect(await sumsOf(options.out)).toBe(await readClean(options))
  })

  test('reads all where a reviewed list changed', async () => {
    const options = await prepareFew()
    await writeFile(options.divisions, divisions.replace('新荣区', '新荣县'))
    expect((await analyze(options)).ledger.read).toBe(4)
  })

  test('reads the provinces of a listed agency together where its id is of another one', async () => {
    const options = await prepareFew()
    await writeFile(
      options.agencies,
      `${await readFile(options.agencies, 'utf8')}110000-zhu,140212,某机关,,,seen,seen\n`,
    )
    await analyze(options)
    await writeLedger(options, toEntries(new Map([...few, ['e', { bodies: [bodyOf(1)], bytes: 0 }]])))
    expect((await analyze(options)).ledger.read).toBe(4)
  })

  test('makes anew what is damaged or gone', async () => {
    const options = await prepareFew()
    const sums = await sumsOf(options.out)
    const [beijing = '', ...others] = (await readdir(keptFolder(options))).filter((name) => name.startsWith('1')).sort()
    await writeFile(join(keptFolder(options), beijing, 'cells.parquet'), 'x')
    await rm(join(keptFolder(options), others[0] ?? '', 'lines.parquet'))
    expect((await analyze(options)).ledger.read).toBe(3)
    expect(await sumsOf(options.out)).toBe(sums)
    expect((await analyze(options)).ledger.read).toBe(0)
  })

  test('forgets provinces that have other lines now', async () => {
    const options = await prepareFew()
    const listProvinces = async () => (await readdir(keptFolder(options))).filter((name) => !name.startsWith('gzip'))
    const before = await listProvinces()
    await writeLedger(options, toEntries(new Map([...few].slice(1))))
    await analyze(options)
    const after = await listProvinces()
    expect(after).toHaveLength(before.length)
    expect(after.filter((name) => !before.includes(name))).toHaveLength(1)
  })

  test.each([
    ['is gone', (_: string) => ''],
    ['lacks its last row', (index: string) => index.split('\n').slice(0, -2).join('\n')],
  ])('reads all where the index %s', async (_, spoil) => {
    const options = await prepareFew()
    const index = join(options.reports[0] ?? '', indexFile)
    await writeFile(index, spoil(await readFile(index, 'utf8')))
    expect((await analyze(options)).ledger.read).toBe(4)
  })

  test('refuses an index that says another province than the lines', async () => {
    const options = await prepareFew()
    const index = join(options.reports[0] ?? '', indexFile)
    await writeFile(index, (await readFile(index, 'utf8')).replace(/ 11$/m, ' 13'))
    await expect(analyze(options)).rejects.toThrow('a line is of "11", which its index does not say')
  })
})

test('CSV that is put together from that of provinces is that of a whole table', async () => {
  const options = await prepare()
  await writeLedger(options, toEntries(few))
  await analyze({ ...options, mostRowsAtOnce: 1_000_000 })
  const plain = await readFile(join(options.out, 'cells.csv'), 'utf8')
  await analyze(options)
  expect(await readFile(join(options.out, 'cells.csv'), 'utf8')).toBe(plain)
  const largestFile = Buffer.byteLength(plain) - 1
  await analyze({ ...options, largestFile })
  expect(gunzipSync(await readFile(join(options.out, 'cells.csv.gz'))).toString()).toBe(plain)
})

test('a ledger without a line makes the same dataset with and without its index', async () => {
  const options = await prepare()
  await writeLedger(options, [])
  await rm(join(options.reports[0] ?? '', indexFile))
  await analyze(options)
  const sums = await sumsOf(options.out)
  await writeLedger(options, toEntries(few))
  await analyze(options)
  await writeLedger(options, [])
  for (const _ of ['made', 'taken over']) {
    await analyze(options)
    expect(await sumsOf(options.out)).toBe(sums)
  }
})

test('a file that could not be read goes with another one of its bytes that could', async () => {
  const options = await prepare()
  const documentId = toSha256('same')
  const timedOut = toEntry('a', [], { documentId, status: 'rejected', reason: 'timed_out' })
  const read = toEntry('b', [toBody(bodyOf(0), 1)], { documentId })
  const other = toEntry('c', [toBody(bodyOf(2), 1)], { documentId: toSha256('other') })
  for (const entries of [[other], [timedOut, read, other], [timedOut, read]]) {
    await writeLedger(options, entries)
    await analyze(options)
    expect(await sumsOf(options.out)).toBe(await readClean(options))
  }
})

test('long CSV names listed agencies of provinces without a report', async () => {
  const options = await prepare()
  const rows = ['220000-ju,220000,某局,,,seen,seen', '110000-ju,110000,某局,,,seen,seen']
  await writeFile(options.agencies, `${await readFile(options.agencies, 'utf8')}${rows.join('\n')}\n`)
  await writeLedger(options, toEntries(new Map([...few].slice(0, 2))))
  await analyze({ ...options, mostRowsAtOnce: 1_000_000 })
  const plain = await readFile(join(options.out, 'expected.csv'), 'utf8')
  expect(plain).toContain('220000-ju')
  await analyze({ ...options, mostRowsAtOnce: 1 })
  expect(await readFile(join(options.out, 'expected.csv'), 'utf8')).toBe(plain)
})

describe('a message names the line of the ledger where lines were copied', () => {
  const ofBeijing = (path: string) =>
    toEntry(path, [toBody(bodyOf(2, { year: 2021 }), 1)], { documentId: toSha256('e') })
  const unknown = JSON.parse(JSON.stringify(ofBeijing('e')).replace('extracted', 'lost'))
  test.each([
    ['repeated path', ofBeijing('c'), 'line 3 and in ', 'line 5'],
    ['unknown status', unknown, 'reports.ndjson", line 5: document.status'],
  ])('%s', async (_, entry, ...said) => {
    const options = await prepare()
    await writeLedger(options, toEntries(few))
    await analyze(options)
    await writeLedger(options, [...toEntries(few), entry])
    const error = await analyze(options).catch(String)
    for (const words of [...options.reports, ...said]) expect(error).toContain(words)
  })
})

describe('provinces go together', () => {
  const toLine = (documentId: string, ...provinces: readonly string[]) => {
    const place = { file: 'f', number: 1, offset: 0, length: 1, sha256: `${documentId} ${provinces}` }
    return { ...place, documentId, provinces }
  }
  const cases = [
    ['each by itself', [toLine('a', '11'), toLine('b', '13')], [], ['11', '13']],
    [
      'that a line is of',
      [toLine('a', '11', '13'), toLine('b', '13', '22'), toLine('c', '41')],
      [],
      ['11 13 22', '41'],
    ],
    ['of one document in two files', [toLine('a', '11'), toLine('a', '13')], [], ['11 13']],
    [
      'a duplicate without reports goes to its document',
      [toLine('a'), toLine('a', '13'), toLine('b')],
      [],
      ['13', '-'],
    ],
    ['that a list links', [toLine('a', '11'), toLine('b', '13')], [['11', '13']], ['11 13']],
    ['a linked one without a line is one of them', [toLine('a', '11')], [['11', '22']], ['11 22']],
    ['without a line there is one of no province', [], [['11', '22']], ['-']],
  ] as const
  test.each(cases)('%s', (_, lines, links, expected) => {
    const found = toGroups(lines, links).map(({ provinces }) => provinces.join(' '))
    expect(found.toSorted()).toEqual([...expected].sort())
  })
})
