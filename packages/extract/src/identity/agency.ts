import type { Line } from '@gongkai/schema'
import type { IdentityLookups } from './lookups.ts'
import { isAgencyName, isSameBody, toTail } from './names.ts'
import { placeEnding } from './places.ts'

/** Where the issuer's name was printed. */
export type NameSource = 'title' | 'preface' | 'signature' | 'metadata'

export interface PrintedName {
  readonly name: string
  readonly source: NameSource
}

const HAN_NAME = '([\\p{sc=Han}]{2,40}?)'
const SUB_OFFICE = '(?:党政)?(?:综合|政务公开|信息公开|政务|保密)?(?:办公室|办|科|股)'
const CLAUSES = [
  `由${HAN_NAME}(?:结合|依据|根据|依照|按照|负责|组织|汇总|会同|编制|编写|编撰|撰写|整理)`,
  `(?:与|向|联系|致电|咨询)[:：]?${HAN_NAME}(?:${SUB_OFFICE})?(?:联系|反映|咨询|反馈|[（(，,。]|$)`,
  `(?:与|向|联系|致电|咨询)[:：]?${HAN_NAME}(?:联系|反映|咨询|反馈|[（(，,。]|$)`,
  `^${HAN_NAME}(?:现公布|现向社会|现将|特向社会|向社会|在总结|编制|编写|认真总结)`,
  `(?:公布|公开|发布|现将|反映|根据条例要求[，,]|便于公众监督[，,])(?:20\\d{2}年度?)?${HAN_NAME}` +
    '(?:[（(]机关[）)])?(?:关于)?(?:20\\d{2}|年度|对全年|按统一格式|的?(?:政府|政务)?信息公开)',
  `[，,]${HAN_NAME}(?:编制|组织编制|编写)(?:了|并|此|本|20\\d{2}|完成)`,
].map((clause) => new RegExp(clause, 'u'))
const NEAR_TITLE = 2
const GENERIC = /^(?:区|县|市|乡|镇|街道|人民政府|办公室|局|委员会|中心|[省市县区旗]人民政府)$/

const withoutQuoted = (text: string): string => text.replace(/《[^》]*》/g, '').replace(/\s/g, '')

function clauseNames(preface: readonly string[]): readonly string[] {
  return preface
    .flatMap((plain) => CLAUSES.flatMap((clause) => clause.exec(plain)?.[1] ?? []))
    .filter((name) => isAgencyName(name) && !GENERIC.test(name))
}

/** Copies of a known name in the preface, in short or official form, with the place printed before it. */
function copiesOf(name: string, preface: readonly string[], lookups: IdentityLookups): readonly string[] {
  const tails = [...new Set([toTail(name, lookups), toTail(lookups.expandName(name), lookups)])].filter(
    (tail) => tail.length > 2,
  )
  return preface.flatMap((plain) =>
    tails.flatMap((tail) => {
      const at = plain.indexOf(tail)
      return at < 0 ? [] : [placeEnding(plain.slice(0, at), lookups) + tail]
    }),
  )
}

/** Everything printed as the issuer's own name, title first. */
export function gatherNames(
  printed: {
    readonly title: string | null
    readonly preface: readonly Line[]
    /** The title's last line: an organ alone on one of the next lines is the issuer. */
    readonly titleLine: number | null
    readonly signature: string | null
    readonly metadata: readonly string[]
  },
  lookups: IdentityLookups,
): readonly PrintedName[] {
  const { title, preface, titleLine, signature, metadata } = printed
  const below = preface.filter(({ line }) => titleLine !== null && line > titleLine && line <= titleLine + NEAR_TITLE)
  const named = (names: readonly (string | null)[], source: NameSource): readonly PrintedName[] =>
    names.flatMap((name) => (name !== null && isAgencyName(name) && !GENERIC.test(name) ? [{ name, source }] : []))
  const known = [title, signature].flatMap((name) => name ?? [])
  const plain = preface.map(({ text }) => withoutQuoted(text))
  const copies = known.flatMap((name) => copiesOf(name, plain, lookups))
  return [
    ...named([title], 'title'),
    ...named([...below.map(({ text }) => withoutQuoted(text)), ...clauseNames(plain), ...copies], 'preface'),
    ...named([signature], 'signature'),
    ...named(
      metadata.map((name) => name.replace(/\s/g, '')),
      'metadata',
    ),
  ]
}

/** Whether a name tells which body it is; a bare 办公室 does not. */
const saysPlace = (name: string, lookups: IdentityLookups): boolean => lookups.placeOf(name).end > 0

/**
 * The fullest printed name of the body that the strongest evidence names; null if none is printed.
 *
 * @returns the name, where it was printed, and whether the signature names another body
 */
export function chooseName(
  names: readonly PrintedName[],
  lookups: IdentityLookups,
): {
  readonly best: PrintedName | null
  readonly conflict: PrintedName | null
} {
  const first = names[0]
  if (first === undefined) return { best: null, conflict: null }
  const distinct = names.filter(({ name }, i) => names.findIndex((other) => other.name === name) === i)
  const same: PrintedName[] = []
  for (const one of distinct) if (same.every(({ name }) => isSameBody(name, one.name, lookups))) same.push(one)
  const [best = first] = same.toSorted((a, b) => b.name.length - a.name.length)
  const conflict =
    names.find(({ name, source }) => source === 'signature' && !isSameBody(first.name, name, lookups)) ?? null
  return { best, conflict: conflict !== null && saysPlace(conflict.name, lookups) ? conflict : null }
}
