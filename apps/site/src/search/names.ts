import { fold } from '@gongkai/schema/browser'
import type { Term } from './query.ts'
import { type Regions, type SearchReport, toChain } from './report.ts'

/** Where a term stands in what the catalogue says of a report; the later, the better. */
export const nowhere = 0
export const inTitle = 1
export const asShortForm = 2
export const inName = 3

/** What is left of a name after the last character of its usual short form: 委员会 → 委, 办公室 → 办. */
const tails = ['', '员会', '公室']
/** What a reader types after a name when looking for one report. */
const reportTail = /(?:(\d{4})(?:年度|年)?)?(?:(?:政府)?信息公开)?(?:工作)?(?:年度)?(?:报告|年报)?$/

/**
 * Whether a short form stands for a full name: its characters occur in order, few are skipped, and it ends where the name
 * does (卫健委 is 卫生健康委员会), unless it is long enough to be no accident (临溪科技).
 */
export function isShortFor(short: string, full: string): boolean {
  if (!/^\p{Script=Han}{3,}$/u.test(short)) return false
  for (let start = full.indexOf(short.charAt(0)); start >= 0; start = full.indexOf(short.charAt(0), start + 1)) {
    let at = start
    for (let i = 1; i < short.length && at >= 0; i++) at = full.indexOf(short.charAt(i), at + 1)
    if (at < 0) return false
    const skipped = at + 1 - start - short.length
    const isWhole = tails.includes(full.slice(at + 1))
    if (isWhole ? skipped <= short.length * 2 + 2 : short.length > 3 && skipped <= short.length) return true
  }
  return false
}

/** Names with the places around them: 临溪县科学技术局 is also 青禾市临溪县科学技术局. */
function toFullNames({ name, otherNames, places }: SearchReport): readonly string[] {
  return [name, ...otherNames].map((one) => {
    const at = places.findIndex((place) => one.startsWith(place))
    return fold(at < 0 ? places.join('') + one : places.slice(0, at).join('') + one)
  })
}

/** The names of a report, ready to be searched. */
export interface NamedReport {
  readonly names: readonly string[]
  readonly title: string
  readonly year: string
  readonly id: string
  /** Codes of its division and of those above it. */
  readonly codes: readonly string[]
  /** English names of places, and the code of each field of work in words. */
  readonly english: readonly string[]
  /** Letters and digits of its 文号; empty where it has none. */
  readonly documentNumber: string
}

/** Letters and digits alone: brackets and blanks of a 文号 are printed in many ways. */
const toPlain = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '')

export function toNamed(report: SearchReport, regions: Regions = new Map()): NamedReport {
  const codes = toChain(regions, report.regionCode)
  return {
    names: toFullNames(report),
    title: fold(report.title),
    year: String(report.year || ''),
    id: report.id.toLowerCase(),
    codes,
    english: [
      ...codes.map((code) => (regions.get(code)?.nameEn ?? '').toLowerCase()),
      ...report.functions.map((code) => code.replaceAll('_', ' ')),
    ],
    documentNumber: toPlain(fold(report.documentNumber)),
  }
}

/** Letters and digits of a term that may be a 文号; empty of another. */
export const toNumberKey = (text: string): string => (/\d[^\d号]*号/.test(text) ? toPlain(text) : '')

/** Whether a term is the code, the id, the 文号, the pinyin or the English name of a report or of its division. */
function isKeyOf({ id, codes, english, documentNumber }: NamedReport, text: string): boolean {
  if (/^\d{6}$/.test(text)) return codes.includes(text)
  const number = toNumberKey(text)
  if (number !== '') return documentNumber.includes(number)
  if (/^[a-z]{3,}$/.test(text)) return id.includes(text) || english.some((name) => ` ${name}`.includes(` ${text}`))
  return /^[a-z0-9]+-[a-z0-9-]+$/.test(text) && id.startsWith(text)
}

/** A term without what readers type after a name. @example toHead('某区科技局2022年') // '某区科技局' */
export const toHead = (text: string): string => text.slice(0, reportTail.exec(text)?.index)

/** How a term stands in the names and the title of a report. */
export function findInNames(named: NamedReport, { text, isPhrase }: Term): number {
  const { names, title, year } = named
  if (names.some((name) => name.includes(text)) || isKeyOf(named, text)) return inName
  if (isPhrase) return title.includes(text) ? inTitle : nowhere
  const tail = reportTail.exec(text)
  const head = toHead(text)
  const isYear = tail?.[1] === undefined || tail[1] === year
  if (head !== '' && head !== text && isYear && names.some((name) => name.includes(head))) return inName
  if (isYear && names.some((name) => isShortFor(head, name))) return asShortForm
  return title.includes(text) ? inTitle : nowhere
}
