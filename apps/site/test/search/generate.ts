import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BodyLine } from '../../src/search/body-file.ts'
import { hash } from '../../src/search/hash.ts'
import { flags, type SearchReport } from '../../src/search/report.ts'
import { nameCharacters, organs, sentences, slots } from './phrases.ts'

/** A report as the search sees it, with its text. */
export interface Generated {
  readonly report: SearchReport
  /** The same whenever it is read; invented anew, so that many reports fit into memory. */
  readonly lines: readonly BodyLine[]
}

/** Integers from 0 up to, not including, a bound: Mulberry32. */
type Draw = (below: number) => number

function toDraw(seed: number): Draw {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

interface Division {
  readonly code: string
  readonly name: string
  readonly province: string
  readonly prefecture: string
  readonly level: string
}

function readDivisions(): readonly Division[] {
  const path = join(import.meta.dirname, '../../../../data/lookups/divisions.csv')
  const rows = readFileSync(path, 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [code = '', name = '', , level = '', , province = '', prefecture = ''] = row.split(',')
    return { code, name, level, province, prefecture }
  })
}

const one = <T>(list: readonly T[], draw: Draw): T => {
  const found = list[draw(list.length)]
  if (found === undefined) throw new RangeError('Cannot draw from an empty list')
  return found
}

const rowIds = ['new_received', 'refused.state_secret', 'unprocessed.repeated']
const letters = [...nameCharacters]
/** The 3755 common characters of GB 2312, rows 16 to 55. */
const common = Array.from({ length: 3755 }, (_, i) =>
  new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + Math.floor(i / 94), 0xa1 + (i % 94))),
)

/** A name of common name characters, or of any characters at all: pairs that no other report may have. */
const toName = (draw: Draw): string => {
  const from = draw(2) === 0 ? letters : common
  return Array.from({ length: 2 + draw(2) }, () => one(from, draw)).join('')
}

function toSentence(draw: Draw, fixed: Readonly<Record<string, string>>): string {
  const fill = (slot: string): string => {
    if (slot === 'n') return String(draw(300))
    if (slot === 'name') return toName(draw)
    return fixed[slot] ?? one(slots[slot as keyof typeof slots], draw)
  }
  return one(sentences, draw).replaceAll(/\{(\w+)\}/g, (_, slot: string) => fill(slot))
}

function toLines(draw: Draw, fixed: Readonly<Record<string, string>>): readonly BodyLine[] {
  const paragraphs = Array.from({ length: 12 + draw(14) }, (_, i) => {
    const text = Array.from({ length: 1 + draw(4) }, () => toSentence(draw, fixed)).join('')
    return { line: 3 + i + (i > 4 ? 180 : 0), text }
  })
  return paragraphs
}

function toReport(division: Division, organ: (typeof organs)[number], year: number, draw: Draw): SearchReport {
  const [suffix, field] = organ
  const places = [...new Set([division.province, division.prefecture, division.name])].filter((name) => name !== '')
  const name = `${division.name}${suffix}`
  const failedCount = draw(8) === 0 ? 1 + draw(4) : 0
  const agencyId = `${division.code}-${organs.indexOf(organ) + 10}`
  const results = draw(3) === 0 ? null : draw(90)
  const part = () => (results === null ? null : draw(results + 1))
  return {
    id: `${agencyId}-${year}`,
    agencyId,
    name,
    otherNames: [],
    title: draw(4) === 0 ? `${year}年度政府信息公开工作年度报告` : `${name}${year}年政府信息公开工作年度报告`,
    places,
    regionCode: division.code,
    province: division.province,
    level: division.level,
    functions: [field],
    edition: year < 2021 ? '2019' : '2021',
    year,
    date: `${year + 1}-0${1 + draw(3)}-${10 + draw(18)}`,
    failedCount,
    assessedCount: 42,
    declaredCount: 42,
    flags: flags.filter((flag) =>
      flag === 'failing' ? failedCount > 0 : flag === 'balanced' ? failedCount === 0 : draw(9) === 0,
    ),
    documentNumber: draw(20) === 0 ? `${division.name.slice(0, 1)}府办〔${year + 1}〕${draw(90)}号` : '',
    received: results,
    results,
    disclosed: part(),
    refused: part(),
    rows: rowIds.filter(() => results !== null && draw(12) === 0),
  }
}

/**
 * Invents reports of real divisions and usual organs, several years each, by report id. The same seed gives the same
 * reports. One agency's years share nothing but its name, which is harder on an index than agencies are.
 */
export function generateReports(count: number, seed: number): readonly Generated[] {
  const draw = toDraw(seed)
  const divisions = readDivisions()
  const made = new Map<string, Generated>()
  while (made.size < count) {
    const [division, organ] = [one(divisions, draw), one(organs, draw)]
    const first = 2019 + draw(4)
    for (let year = first; year < first + 1 + draw(4) && made.size < count; year++) {
      const report = toReport(division, organ, year, draw)
      const fixed = { year: String(year), agency: report.name, place: division.name }
      made.set(report.id, {
        report,
        get lines() {
          return toLines(toDraw(hash(`${seed} ${report.id}`)), fixed)
        },
      })
    }
  }
  return [...made.values()].sort((a, b) => (a.report.id < b.report.id ? -1 : 1))
}
