import type { DuckDBConnection } from '@duckdb/node-api'
import { pinyin } from 'pinyin-pro'
import { quoted, rowsOf } from './database.ts'
import { loadReviewed } from './load.ts'

/** Reviewed lists that the choice between copies of a report needs, CSV. */
export interface CopyLists {
  /** Copies that a reviewer chose. */
  readonly copies: string
  /** Hosts of the sites of bodies. */
  readonly sources: string
  /** Words that mark a corrected issue. */
  readonly correctionMarks: string
}

/**
 * Reads the reviewed lists into `raw_copies`, `raw_sources` and `raw_correction_marks`, every field as text, and spells
 * the hosts of divisions. After `loadEntries` and `loadDivisions`.
 *
 * @throws {Error} if a file is missing
 */
export async function loadCopyLists(db: DuckDBConnection, files: CopyLists): Promise<void> {
  await loadReviewed(db, 'copies', ['report_id', 'sha256', 'reason', 'reviewer'], files.copies)
  await loadReviewed(db, 'sources', ['host', 'region_code', 'agency_name', 'reason', 'source'], files.sources)
  await loadReviewed(db, 'correction_marks', ['word', 'place', 'reason', 'source'], files.correctionMarks)
  await defineMarks(db)
  await loadOwnHosts(db)
}

/** The words that mark a corrected issue as patterns, `head_marks()` and `marks_anywhere()`; without a word they match nothing. */
async function defineMarks(db: DuckDBConnection): Promise<void> {
  for (const [macro, place] of Object.entries({ head_marks: 'head', marks_anywhere: 'anywhere' })) {
    const rows = await rowsOf(db, `select word from raw_correction_marks where place = ${quoted(place)} order by word`)
    const words = rows.map(({ word }) => String(word)).join('|')
    await db.run(`create macro ${macro}() as ${quoted(words === '' ? nothing : words)}`)
  }
}

/** A pattern that no text matches. */
const nothing = '\\A\\z.'

const kind = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|自治旗|地区|省|市|县|区|盟|旗)$/

/**
 * Loads what a host below gov.cn calls the divisions of the reports that have several copies: `own_hosts`, one row per
 * division and label. 新荣区 is `xinrong` and `xinrongqu`; 陕西省, which sounds like 山西省, is `shaanxi` only.
 */
async function loadOwnHosts(db: DuckDBConnection): Promise<void> {
  const divisions = await rowsOf(
    db,
    `
    select code, name, if(level = 'province', name_en, '') as name_en from raw_divisions
    where code in (
        select identity.regionCode from raw_reports
        where reportId in (select reportId from raw_reports group by reportId having count(*) > 1)
    )
    order by code`,
  )
  const rows = divisions.flatMap(({ code, name, name_en: english }) =>
    toLabels(String(name), String(english ?? '')).map((label) => `(${quoted(String(code))}, ${quoted(label)})`),
  )
  await db.run('create table own_hosts (region_code varchar, label varchar)')
  if (rows.length > 0) await db.run(`insert into own_hosts values ${rows.join(', ')}`)
}

/** What hosts call a division: a province by its English name, another by its name in pinyin, with and without its kind. */
function toLabels(name: string, english: string): readonly string[] {
  if (english !== '') return [english.toLowerCase().replaceAll(' ', '')]
  const short = name.replace(kind, '')
  return [...new Set([name, short.length > 1 ? short : name].map(spell))]
}

/** Pinyin as hosts spell it: no tones, no separators, ü as v. */
const spell = (text: string): string =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[^a-z\d]/g, '')
