import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type LedgerEntry, type ShardNote, shardNoteFile } from '@gongkai/schema'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnalyzeOptions, analyze } from '../src/index.ts'
import { findReportFiles } from '../src/report-files.ts'
import { query, toEntry, toReport, writeEntries } from './fixtures.ts'

const sumsOf = (folder: string) => readFile(join(folder, 'SHA256SUMS'), 'utf8')
const toLines = (entries: readonly LedgerEntry[]) => entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')
const note: ShardNote = { shard: 1, of: 2, files: 1, corpus: 'a'.repeat(64), readers: 'b'.repeat(64) }

/** Folders of these names beside the dataset, each with the entries of a shard. */
async function writeShards(options: AnalyzeOptions, shards: Readonly<Record<string, readonly LedgerEntry[]>>) {
  const folder = join(options.out, '../shards')
  await rm(folder, { recursive: true, force: true })
  for (const [name, entries] of Object.entries(shards)) {
    await mkdir(join(folder, name), { recursive: true })
    await writeFile(join(folder, name, 'reports.ndjson'), toLines(entries))
  }
  return folder
}

/** Files of a corpus as one run reads them: of the same bytes the first path is read, the others are its duplicates. */
function readCorpus(files: readonly (readonly [path: string, content: number])[]): readonly LedgerEntry[] {
  const firsts = new Map<number, string>()
  const sorted = files.toSorted(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  return sorted.map(([path, content]) => {
    const documentId = String(content).padEnd(64, '0')
    const first = firsts.get(content)
    if (first !== undefined) {
      return toEntry(path, [], { documentId, status: 'duplicate', reason: 'identical', duplicateOf: first })
    }
    firsts.set(content, path)
    if (content % 5 === 4) return toEntry(path, [], { documentId, status: 'not_a_report', reason: 'unrelated' })
    const report = { reportId: `140212-kexuejishuju-${2000 + (content % 3)}` }
    const title = `${content} of ${path}` // what is read of a file may hang on its path
    return toEntry(path, [toReport(report, { year: 2000 + (content % 3), title })], { documentId })
  })
}

/** Two files of the same bytes in two shards, whose names stand in another order in UTF-16 than by their signs. */
const emoji: [[string, number][], number[], boolean] = [
  [
    ['a\u{1f600}', 1],
    ['a\uff5e', 1],
  ],
  [0, 1],
  true,
]

const drawnCorpus = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 3, unit: 'grapheme' }), fc.nat(6)), {
  selector: ([path]) => path,
  minLength: 2,
  maxLength: 12,
})

describe('several folders', () => {
  test('give the bytes of one, whichever shard a file is in and in whatever order', { timeout: 300_000 }, async () => {
    const options = await writeEntries([])
    const draw = fc.tuple(drawnCorpus, fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }), fc.boolean())
    await fc.assert(
      fc.asyncProperty(draw, async ([files, places, isTurned]) => {
        const one = await writeShards(options, { one: readCorpus(files) })
        await analyze({ ...options, reports: [join(one, 'one')] })
        const sums = await sumsOf(options.out)
        const shards = [0, 1, 2, 3].map((shard) => files.filter((_, i) => places[i] === shard))
        const named = shards.map((held, i) => [`part-${isTurned ? 9 - i : i}`, readCorpus(held)] as const)
        const many = await writeShards(options, Object.fromEntries(named))
        await analyze({ ...options, reports: [join(many, 'part-*')] })
        expect(await sumsOf(options.out)).toBe(sums)
      }),
      {
        numRuns: 4,
        examples: [[emoji]],
      },
    )
  })

  test('a duplicate across shards says of which file, and how that one was read', async () => {
    const options = await writeEntries([])
    const twin = { documentId: 'e'.repeat(64) }
    const folder = await writeShards(options, {
      1: [
        toEntry('b.txt', [toReport()], twin),
        toEntry('c.txt', [], { ...twin, status: 'duplicate', duplicateOf: 'b.txt' }),
      ],
      2: [toEntry('a.txt', [toReport()], { ...twin, mediaType: 'text/html', reader: 'html' })],
    })
    await analyze({ ...options, reports: [join(folder, '1'), join(folder, '2'), join(folder, '1')] })
    const columns = 'path, status, duplicate_of, media_type, reader'
    const duplicate = { status: 'duplicate', duplicate_of: 'a.txt', media_type: 'text/html', reader: 'html' }
    expect(await query(options.out, `select ${columns} from '{out}/documents.parquet' order by path`)).toEqual([
      { path: 'a.txt', status: 'extracted', duplicate_of: null, media_type: 'text/html', reader: 'html' },
      { path: 'b.txt', ...duplicate },
      { path: 'c.txt', ...duplicate },
    ])
    expect(await query(options.out, `select path, decided_by from '{out}/copies.parquet' order by path`)).toEqual([
      { path: 'a.txt', decided_by: null },
      { path: 'b.txt', decided_by: 'identical' },
      { path: 'c.txt', decided_by: 'identical' },
    ])
  })

  test('that hold one path twice are refused, both places named, and nothing is built', async () => {
    const options = await writeEntries([toEntry('a.txt', [toReport()])])
    await analyze(options)
    const sums = await sumsOf(options.out)
    const folder = await writeShards(options, {
      1: [toEntry('x.txt', []), toEntry("it's", []), toEntry('y.txt', [])],
      2: [toEntry('y.txt', []), toEntry("it's", [])],
    })
    await expect(analyze({ ...options, reports: [join(folder, '*')] })).rejects.toThrow(
      `"it's" has a row in "${folder}/1/reports.ndjson", line 2 and in "${folder}/2/reports.ndjson", line 2; 1 other paths`,
    )
    expect(await sumsOf(options.out)).toBe(sums)
  })
})

test('a compressed ledger is read as a plain one, and a cut one is refused', async () => {
  const options = await writeEntries([toEntry('a.txt', [toReport()]), toEntry('b.txt', [])])
  const [reports = ''] = options.reports
  await rm(join(reports, 'part-1.ndjson'))
  const members = [
    toEntry('a.txt', [toReport()]),
    toEntry('b.txt', [], { status: 'not_a_report', reason: 'unrelated' }),
  ]
  const packed = Buffer.concat(members.map((entry) => gzipSync(toLines([entry]))))
  await writeFile(join(reports, 'reports.ndjson.gz'), packed)
  expect((await analyze(options)).summary.files).toBe(2)
  await writeFile(join(reports, 'reports.ndjson.gz'), packed.subarray(0, -20))
  await expect(analyze(options)).rejects.toThrow('reports.ndjson.gz": it must be a whole gzip file')
})

describe('shards', () => {
  const prepare = async (notes: readonly (Partial<ShardNote> | undefined)[]) => {
    const options = await writeEntries([])
    const folder = await writeShards(options, Object.fromEntries(notes.map((_, i) => [`s${i + 1}`, []])))
    for (const [i, changes] of notes.entries()) {
      if (changes) await writeFile(join(folder, `s${i + 1}`, shardNoteFile), JSON.stringify({ ...note, ...changes }))
    }
    return folder
  }

  test.each([
    ['one of two is missing', [{ shard: 2 }], 'shard 1 of 2 is missing beside "{folder}/s1"'],
    [
      'two of four are missing',
      [
        { shard: 2, of: 4 },
        { shard: 4, of: 4 },
      ],
      'shard 1, 3 of 4 is missing',
    ],
    ['of another number', [{ of: 2 }, { shard: 2, of: 3 }], '"{folder}/s1" and "{folder}/s2" are shards of 2 and of 3'],
    ['of another corpus', [{}, { shard: 2, corpus: 'c'.repeat(64) }], 'are shards of different corpora'],
    ['of other programs', [{}, { shard: 2, readers: 'c'.repeat(64) }], 'were read by different programs or lookups'],
    ['with a bad note', [{ shard: 0 }], 'shard.json: shard: '],
  ])('are refused: %s', async (_, notes, message) => {
    const folder = await prepare(notes)
    expect(() => findReportFiles([join(folder, '*')])).toThrow(message.replaceAll('{folder}', folder))
  })

  test('go together, in any order, beside a folder that is none, and past what a killed run left', async () => {
    const folder = await prepare([{ shard: 2 }, undefined, {}])
    await mkdir(join(folder, 's1.next-4194305'))
    await writeFile(join(folder, 's1.next-4194305/reports.ndjson'), toLines([toEntry('half', [])]))
    expect(findReportFiles([join(folder, 's*')])).toEqual(
      ['s1', 's2', 's3'].map((s) => join(folder, s, 'reports.ndjson')),
    )
  })

  test('a folder whose name has the signs of a glob is that folder', async () => {
    const options = await writeEntries([])
    const folder = await writeShards(options, { '[1]*': [], 1: [] })
    expect(findReportFiles([join(folder, '[1]*')])).toEqual([join(folder, '[1]*', 'reports.ndjson')])
  })
})
