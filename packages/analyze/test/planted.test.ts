import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quoted, rowsOf, withDatabase } from '../src/database.ts'
import { loadDeclarations } from '../src/declarations.ts'
import { defineConstants, readSql } from '../src/models.ts'

/** More of them on demand, and alone: `PLANTED_REPORTS=10000 npx vitest run packages/analyze/test/planted.test.ts`. */
const count = Number(process.env['PLANTED_REPORTS'] ?? 600)
const years = 5
const agencies = count / years
const sentencesEach = 60
const mostPlanted = 30

const characters = [
  ...'认真办理依法答复申请主动公开政策文件完善制度强化培训规范流程提升质量监督保障平台建设落实责任及时准确',
]

/** Numbers from 0 to below 2³², the same ones each time. */
function toRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state
  }
}

const random = toRandom(20)
const upTo = (most: number) => Math.floor((random() / 2 ** 32) * most)
const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T
/** A sentence of 16 to 40 characters that nobody else says. */
const say = () => Array.from({ length: 16 + upTo(25) }, () => pick(characters)).join('')
/** The same sentence as another hand sets it. */
const reset = (sentence: string) => {
  const at = 4 + upTo(sentence.length - 8)
  return sentence.slice(0, at) + pick(['，', '、', ' ', '　', '“', '']) + sentence.slice(at)
}

interface Planted {
  readonly report_id: string
  readonly agency_id: string
  readonly year: number
  readonly text: string
  readonly last_year: number
  readonly neighbour: number
}

/** Reports that copy so many sentences of their own last year's, and of another agency of the year. */
function plant(): readonly Planted[] {
  const fresh = new Map<string, readonly string[]>()
  const idOf = (agency: number, year: number) => `140212-ju${agency}-${year}`
  for (let agency = 0; agency < agencies; agency++)
    for (let year = 2019; year < 2019 + years; year++)
      fresh.set(idOf(agency, year), Array.from({ length: sentencesEach }, say))
  return [...fresh].map(([reportId, own]) => {
    const [, agency = '', digits = ''] = /ju(\d+)-(\d+)$/.exec(reportId) ?? []
    const year = Number(digits)
    const [ofLastYear, ofNeighbour] = [year === 2019 ? 0 : upTo(mostPlanted), upTo(mostPlanted)]
    // each sentence is taken by one report alone, so that the count of those who hold it is known
    const before = (fresh.get(idOf(Number(agency), year - 1)) ?? []).slice(0, ofLastYear)
    const beside = (fresh.get(idOf((Number(agency) + 1) % agencies, year)) ?? []).slice(30, 30 + ofNeighbour)
    return {
      report_id: reportId,
      agency_id: `140212-ju${agency}`,
      year,
      text: [...own, ...before.map(reset), ...beside.map(reset)].map((sentence) => `${sentence}。`).join(''),
      last_year: ofLastYear,
      neighbour: ofNeighbour,
    }
  })
}

test(`of sentences planted in ${count} reports 99 % are found, and 0.5 % of the others at most`, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-planted-'))
  const file = join(folder, 'planted.ndjson')
  await writeFile(
    file,
    plant()
      .map((row) => `${JSON.stringify(row)}\n`)
      .join(''),
  )
  const before = process.cpuUsage()
  const rows = await withDatabase({ file: join(folder, 'planted.duckdb'), spill: folder }, async (db) => {
    await db.run(`create table planted as from read_json(${quoted(file)}, format = 'newline_delimited')`)
    await db.run('create view reports as select report_id, agency_id, year from planted')
    await db.run(`create view lines as select report_id, 'paragraph' as kind, text from planted`)
    await defineConstants(db)
    await loadDeclarations(db)
    for (const name of [
      'stg_sentences',
      'stg_numbered_reports',
      'stg_numbered_sentences',
      'stg_sentence_matches',
      'similarities',
    ])
      await db.run(`create table ${name} as ${await readSql(`models/indicators/${name}.sql`)}`)
    // a neighbour's text is found in both directions: in the copy, and in what was copied from
    return rowsOf(
      db,
      `with planted_counts as (
        select report_id, 'last_year' as kind, last_year as planted from planted
        union all
        select
          report_id, 'neighbour',
          neighbour + lag(neighbour, 1, last_of_year) over (partition by year order by agency_no)
        from (
          select *, cast(substr(agency_id, 10) as integer) as agency_no,
            last_value(neighbour) over (
              partition by year order by cast(substr(agency_id, 10) as integer)
              rows between unbounded preceding and unbounded following
            ) as last_of_year
          from planted
        )
      )
      select
        sum(planted) as planted,
        sum(least(coalesce(matched_count, 0), planted)) as found,
        sum(greatest(coalesce(matched_count, 0) - planted, 0)) as false_hits,
        sum(sentence_count - planted) as others
      from similarities join planted_counts using (report_id, kind)`,
    )
  })
  const { user, system } = process.cpuUsage(before)
  const [row = {}] = rows
  const [planted, found, falseHits, others] = ['planted', 'found', 'false_hits', 'others'].map((name) =>
    Number(row[name]),
  )
  console.info(
    `${found} of ${planted} planted found, ${falseHits} of ${others} others; ${(user + system) / 1e6} s of processor, ` +
      `peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  )
  expect(planted).toBeGreaterThan(count * 10)
  expect((found ?? 0) / (planted ?? 1)).toBeGreaterThanOrEqual(0.99)
  expect((falseHits ?? 1) / (others ?? 1)).toBeLessThanOrEqual(0.005)
})
