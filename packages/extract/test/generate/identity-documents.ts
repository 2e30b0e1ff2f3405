import type { Identity } from '@gongkai/schema'
import { type Body, type BodyKind, bodyKinds, drawBody } from './identity-bodies.ts'
import { namingClauses, periodClause, traps } from './identity-clauses.ts'
import { type Day, damaged, daysBefore, drawDay, readDamaged, signedDate, toIso } from './identity-dates.ts'
import { type Box, boxShapes, chrome, type Printed, toBox, toSubtitle } from './identity-page.ts'
import { breakTitle, copiesOf, type TitlePattern, titlePatterns } from './identity-titles.ts'
import { type Random, toRandom } from './random.ts'

/** What a reader should say of a document; of several answers each is right. */
export interface IdentityTruth {
  readonly agency: readonly (string | null)[]
  readonly year: readonly (number | null)[]
  readonly regionCode: readonly (string | null)[]
  readonly publishedOn: readonly (string | null)[]
  readonly signedOn: readonly (string | null)[]
  readonly level: readonly Identity['level'][]
  readonly scope: readonly Identity['scope'][]
  readonly functions: readonly string[]
  readonly publisher: readonly (string | null)[]
  readonly indexNumber: readonly (string | null)[]
  readonly documentNumber: readonly (string | null)[]
  readonly siteCode: readonly (string | null)[]
}

/** A document before it takes on a format. */
export interface IdentityDocument {
  readonly id: string
  readonly title: string
  readonly above: readonly Printed[]
  readonly titleLines: readonly string[]
  readonly below: readonly Printed[]
  readonly preface: readonly string[]
  readonly prose: readonly string[]
  readonly tail: readonly string[]
  readonly footer: readonly string[]
  readonly meta: readonly (readonly [name: string, content: string])[]
  readonly url: string | null
  readonly truth: IdentityTruth
}

/** The forms in which one document prints its issuer's name; null where it does not. */
interface Names {
  readonly title: string | null
  readonly clause: string | null
  readonly signature: string | null
}

const longName = ({ beforeLong, full }: Body): string => beforeLong + full
const plainName = ({ before, full }: Body): string => before + full
const shortName = ({ before, short }: Body): string => before + short

function drawNames(body: Body, random: Random): Names {
  const long = longName(body)
  const plain = plainName(body)
  const short = shortName(body)
  const signed = [plain, plain, long] as const
  const ways: readonly [Names, ...Names[]] = [
    { title: plain, clause: null, signature: random.pick(signed) },
    { title: plain, clause: plain, signature: plain },
    { title: short, clause: null, signature: random.pick(signed) },
    { title: long, clause: null, signature: null },
    { title: plain, clause: null, signature: null },
    { title: short, clause: plain, signature: null },
    { title: null, clause: plain, signature: null },
    { title: null, clause: null, signature: random.pick(signed) },
    { title: null, clause: long, signature: plain },
    { title: null, clause: null, signature: null },
  ]
  // Without a year or an agency the title is a bare one; most documents name their issuer there.
  return ways[random.chance(0.75) ? random.int(6) : random.int(10)] ?? ways[0]
}

interface Draft {
  readonly body: Body
  readonly names: Names
  readonly year: number
  readonly pattern: TitlePattern
  readonly random: Random
}

const reportYears = [2009, 2012, 2014, 2016, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025] as const

/** The box with the page's data, a line under the title, or nothing. */
function drawBox({ body, names, random }: Draft, published: Day): Box {
  const nothing = { above: [], below: [], publishedOn: null, publisher: null, index: null, document: null }
  const way = random.int(10)
  const own = names.title ?? names.signature ?? names.clause
  const publisher = own === null || random.chance(0.3) ? `${body.place?.name ?? '本地'}人民政府网站` : own
  if (way < 3) return nothing
  if (way < 6) return toSubtitle(published, publisher, random)
  const code = body.place !== null && random.chance(0.3) ? body.place.code : '000014'
  const index = random.pick([
    `11${code}MB1234567X/${published.year}-00012`,
    `000014349/${published.year}-05239`,
    'SCGJ202100001',
    `736916955/${published.year}-01228`,
  ])
  const data = {
    published: random.chance(0.9) ? published : null,
    publisher: own !== null && random.chance(0.7) ? own : null,
    index: random.chance(0.6) ? index : null,
    document: random.chance(0.25) ? `泾政发〔${published.year}〕${1 + random.int(40)}号` : null,
  }
  return toBox(data, random.pick(boxShapes as readonly [(typeof boxShapes)[number]]), random)
}

interface Signing {
  readonly lines: readonly string[]
  readonly on: readonly (string | null)[]
}

function drawSigning({ names, random }: Draft, day: Day, box: Box, published: Day): Signing {
  const name = names.signature
  const way = random.int(10)
  if (way === 0) return { lines: name === null ? [] : [name], on: [null] }
  if (way === 1) {
    const on = readDamaged(day, box.publishedOn === null ? null : published)
    return { lines: [...(name === null ? [] : [name]), damaged(day)], on: [on] }
  }
  const date = signedDate(day, random)
  if (way === 2)
    return {
      lines: [...(name === null ? [] : [name]), date.replace(/[\d一二三四五六七八九十 ]+日$|\.\d+$/, '')],
      on: [null],
    }
  if (name === null) return { lines: way > 7 ? [] : [date], on: [way > 7 ? null : toIso(day)] }
  if (way === 3) return { lines: [`${name} ${date}`], on: [toIso(day)] }
  if (way === 4) return { lines: [`${name}（公章）`, date], on: [toIso(day)] }
  if (way === 5) return { lines: [date, name], on: [toIso(day)] }
  return { lines: [name, date], on: [toIso(day)] }
}

/** Every form the document prints as the issuer's own; the longest counts. */
function agencyOf(body: Body, names: Names, box: Box): readonly (string | null)[] {
  const printed = [names.title, names.clause, names.signature, box.publisher].flatMap((name) => name ?? [])
  const forms = new Set([longName(body), plainName(body), shortName(body)])
  const own = printed.filter((name) => forms.has(name))
  const longest = Math.max(0, ...own.map((name) => name.length))
  return own.length === 0 ? [null] : own.filter((name) => name.length === longest)
}

function regionOf(body: Body, agency: readonly (string | null)[], box: Box, siteCode: string | null) {
  if (body.kind === 'ministry') return [null]
  const isCoded = body.place !== null && (siteCode !== null || (box.index ?? '').includes(body.place.code))
  if (isCoded) return [body.place.code]
  if (agency[0] === null) return [null]
  if (agency[0] === longName(body) && body.beforeLong !== body.before && body.kind !== 'vertical')
    return [body.place?.code ?? null]
  return body.codes
}

function drawMeta(draft: Draft, title: string, box: Box, published: Day): IdentityDocument['meta'] {
  if (!draft.random.chance(0.4)) return []
  const date = box.publishedOn === null ? [] : [['PubDate', `${toIso(published)} 09:00`] as const]
  return [
    ['SiteName', '门户网站'],
    ['ColumnName', '政府信息公开年报'],
    ['ArticleTitle', title],
    ...date,
    ['ContentSource', draft.random.pick(['', '本站'])],
    ['Keywords', '年报'],
  ]
}

/** What may be read where no agency is named. */
const anyLevel = ['national', 'province', 'prefecture', 'county', 'township', 'zone', null] as const

const drawProse = ({ year, body, random }: Draft): readonly string[] => [
  `${year}年，${body.self}把公开作为日常工作。`,
  `${year}年度${body.self}按月检查栏目。`,
  ...traps(year, random),
]

/** What a draft came to. */
interface Drawn {
  readonly agency: ReturnType<typeof agencyOf>
  readonly box: ReturnType<typeof drawBox>
  readonly signing: ReturnType<typeof drawSigning>
  readonly isArea: boolean
  readonly siteCode: string | null
}

function toTruth(draft: Draft, { agency, box, signing, isArea, siteCode }: Drawn): IdentityDocument['truth'] {
  const isNamed = agency[0] !== null
  return {
    agency,
    year: [draft.year],
    regionCode: regionOf(draft.body, agency, box, siteCode),
    publishedOn: [box.publishedOn],
    signedOn: signing.on,
    level: isNamed ? [draft.body.level] : anyLevel,
    scope: isNamed ? [isArea ? 'area' : draft.body.scope] : ['organ', 'area', null],
    functions: isNamed ? draft.body.functions : [],
    publisher: [box.publisher],
    indexNumber: [box.index],
    documentNumber: [box.document],
    siteCode: [siteCode],
  }
}

/** One document: the seed decides everything in it. */
export function drawIdentityDocument(kind: BodyKind, seed: number): IdentityDocument {
  const random = toRandom(seed)
  const body = drawBody(kind, random)
  const names = drawNames(body, random)
  const year = random.pick(reportYears)
  const pattern = random.pick(titlePatterns)
  const draft: Draft = { body, names, year, pattern, random }
  const title = pattern.write({ agency: names.title ?? '', year }).trim()
  const published = drawDay(year, random)
  const box = drawBox(draft, published)
  const signing = drawSigning(draft, daysBefore(published, random.int(12)), box, published)
  const hasPeriod = random.chance(0.6)
  const isCoded = body.place !== null && random.chance(0.15)
  const siteCode = isCoded ? `${body.place?.code}0001` : null
  const agency = agencyOf(body, names, box)
  const clause = names.clause === null ? [] : [random.pick(namingClauses)(names.clause)]
  const period = hasPeriod ? [periodClause(year, random)] : []
  const isArea = body.kind === 'government' && random.chance(0.3)
  const summed = isArea ? ['本报告综合全县各乡镇、各部门的年度报告编写。'] : []
  const prose = drawProse(draft)
  return {
    id: `${kind}/${pattern.id}/${seed}`,
    title,
    above: [...chrome('政务公开', random), ...box.above],
    titleLines: [
      ...breakTitle(title, names.title ?? '', random),
      ...copiesOf(title, { agency: names.title ?? '', year }, random),
    ],
    below: box.below,
    preface: [...summed, ...clause, ...period],
    prose,
    tail: signing.lines,
    footer: siteCode === null ? [] : [`网站标识码：${siteCode} 备案号：皖ICP备05000000号`],
    meta: drawMeta(draft, title, box, published),
    url: null,
    truth: toTruth(draft, { agency, box, signing, isArea, siteCode }),
  }
}

/** Documents of every kind of body in turn. */
export const drawIdentityDocuments = (count: number, seed: number): readonly IdentityDocument[] =>
  Array.from({ length: count }, (_, i) =>
    drawIdentityDocument(bodyKinds[i % bodyKinds.length] ?? 'department', seed + i),
  )
