import type { Report } from '@gongkai/schema'
import { type BodyKind, drawBody } from './identity-bodies.ts'
import { pageDate, signedDate } from './identity-dates.ts'
import type { Layout } from './layout.ts'
import { layouts } from './layouts.ts'
import { beside, drawTold, type Told, toWrong } from './planted-claims.ts'
import { type Random, toRandom } from './random.ts'
import type { Part, Story } from './story.ts'
import { toStory } from './story.ts'
import { reprinting, type Truth, toPrint, toTruth, withoutBlanks } from './truth.ts'

/** What a report says besides its tables; a fault changes one of these. */
interface Draft {
  readonly truth: Truth
  readonly body: Body
  readonly published: Day | null
  readonly signed: Day
  readonly periodYear: number
  readonly told: readonly Told[]
  readonly sentences: readonly string[]
  readonly sectionSix: string
  /** Sections that are left out, by their numerals. */
  readonly leftOut: string
}

interface Body {
  readonly name: string
  readonly kind: BodyKind
  readonly level: string | null
}

interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** A kind of fault: the bodies that can have it, the check that has to find it, and how it is made. */
interface Fault {
  readonly id: string
  /** Beginning of the id of the check that has to fail. */
  readonly check: string
  readonly bodies: readonly [BodyKind, ...BodyKind[]]
  readonly plant: (draft: Draft, random: Random) => Draft
}

const anyBody: readonly [BodyKind, ...BodyKind[]] = [
  'department',
  'government',
  'township',
  'provincial',
  'institution',
]

const put = (truth: Truth, values: Readonly<Record<string, number>>): Truth =>
  reprinting(truth, (print, key) => toPrint(values[key] ?? print.value ?? 0))

/** One more request whose fee was not paid: all sums hold. */
function withUnpaid(truth: Truth): Truth {
  const rows = ['new_received', 'other.fee_unpaid', 'results_total']
  const keys = rows.flatMap((row) => [`requests.${row}.natural_person`, `requests.${row}.total`])
  return put(truth, Object.fromEntries(keys.map((key) => [key, (truth.prints.get(key)?.value ?? 0) + 1])))
}

/** A day of the spring after the time that any body has. */
const lateDay = (year: number, random: Random): Day => ({
  year: year + 1,
  month: 4 + random.int(6),
  day: 1 + random.int(28),
})

export const faults: readonly Fault[] = [
  {
    id: 'a number of the text',
    check: 'N.CLAIM.',
    bodies: anyBody,
    plant: (draft, random) => {
      const { say, count } = drawTold(draft.truth, draft.told, random)
      return { ...draft, sentences: [...draft.sentences, say(toWrong(count, draft.truth, random))] }
    },
  },
  {
    id: 'a late page',
    check: 'D.DEADLINE',
    bodies: ['department', 'government', 'provincial', 'office'],
    plant: (draft, random) => ({ ...draft, published: lateDay(draft.truth.year, random) }),
  },
  {
    id: 'a late signature, no date of the page',
    check: 'D.DEADLINE',
    bodies: ['department', 'government', 'provincial'],
    plant: (draft, random) => ({ ...draft, published: null, signed: lateDay(draft.truth.year, random) }),
  },
  {
    id: 'a department in February',
    check: 'D.DEADLINE',
    bodies: ['department', 'provincial'],
    plant: (draft, random) => ({
      ...draft,
      published: { year: draft.truth.year + 1, month: 2, day: 1 + random.int(28) },
    }),
  },
  {
    id: 'rules of a body that makes none',
    check: 'T2.SCOPE',
    bodies: ['department', 'township', 'government'],
    plant: (draft, random) => ({
      ...draft,
      truth: put(draft.truth, { 'disclosure.rules.in_force': 1 + random.int(8) }),
    }),
  },
  {
    id: 'an unpaid fee, section six silent',
    check: 'F.FEE',
    bodies: anyBody,
    plant: (draft) => ({ ...draft, sectionSix: '无其他需要报告的事项。' }),
  },
  {
    id: 'the period of another year',
    check: 'D.YEAR',
    bodies: anyBody,
    plant: (draft) => ({ ...draft, periodYear: draft.truth.year - 1 }),
  },
  {
    id: 'signed in the year of the report',
    check: 'D.YEAR',
    bodies: anyBody,
    plant: (draft, random) => ({
      ...draft,
      signed: { year: draft.truth.year, month: 5 + random.int(8), day: 1 + random.int(28) },
    }),
  },
  {
    id: 'a section left out',
    check: 'C.SECTIONS',
    bodies: anyBody,
    plant: (draft, random) => ({ ...draft, leftOut: random.pick(['五', '六']) }),
  },
]

/** Levels whose bodies make government rules, or whose governments do. */
const makesRules = (body: Body): boolean => body.level === 'prefecture' || body.level === 'province'

/** A report of the form of 2021 that prints every number, balances and breaks no rule. */
function drawDraft({ bodies, id }: Fault, random: Random): Draft {
  let body = toBody(random.pick(bodies), random)
  while (id.startsWith('rules') && makesRules(body)) body = toBody(random.pick(bodies), random)
  const drawnTruth = drawTruth(body, random)
  const truth = id.includes('unpaid') ? withUnpaid(drawnTruth) : drawnTruth
  const inTime = (month: number): Day => ({ year: truth.year + 1, month, day: 5 + random.int(20) })
  const first = drawTold(truth, [], random)
  const told = [first, drawTold(truth, [first], random)]
  return {
    truth,
    body,
    published: inTime(1),
    signed: inTime(1),
    periodYear: truth.year,
    told,
    sentences: [...told.map(({ say, count }) => say(count)), random.pick(beside), random.pick(beside)],
    sectionSix: random.pick(['本年度没有收取信息处理费。', '依据有关规定，本年度收取信息处理费0元。']),
    leftOut: '',
  }
}

function toBody(kind: BodyKind, random: Random): Body {
  const body = drawBody(kind, random)
  return { name: body.beforeLong + body.full, kind, level: body.level }
}

function drawTruth(body: Body, random: Random): Truth {
  for (;;) {
    const truth = toTruth(random)
    const isPlain = [...truth.prints.values()].every(({ value }) => value !== null)
    if (truth.requests !== '2021' || truth.disclosure !== '2021' || truth.profile === 'huge' || !isPlain) continue
    const rules = Object.fromEntries(['made', 'abolished', 'in_force'].map((id) => [`disclosure.rules.${id}`, 0]))
    return { ...put(withoutBlanks(truth), makesRules(body) ? {} : rules), agency: body.name }
  }
}

/** The draft in the order of a report. */
function toPlantedStory(draft: Draft, random: Random): Story {
  const { truth, published, signed, periodYear, sentences, sectionSix, leftOut } = draft
  const story = toStory(truth)
  const period = `${periodYear}年1月1日起至${periodYear}年12月31日止`
  let section = ''
  const parts = story.parts.flatMap((part): readonly Part[] => {
    if (part.kind === 'sheet') return [part]
    if (part.kind === 'heading') section = part.text.charAt(0)
    const isOwn = part.text !== truth.agency && part.text !== `${truth.year + 1}年1月20日`
    if (isOwn && leftOut !== '' && section === leftOut) return []
    if (part.text.includes('统计期限'))
      return [{ ...part, text: `本报告由${truth.agency}编制，所列数据的统计期限自${period}。` }]
    if (part.text.startsWith('我单位把公开'))
      return [part, ...sentences.map((text) => ({ kind: 'paragraph' as const, text }))]
    if (part.text === '本年度没有收取信息处理费。') return [{ ...part, text: sectionSix }]
    return [isOwn || part.text === truth.agency ? part : { ...part, text: signedDate(signed, random) }]
  })
  const box: readonly Part[] =
    published === null ? [] : [{ kind: 'paragraph', text: `发布时间：${pageDate(published, random)}` }]
  return { ...story, parts: [...box, ...parts] }
}

const inLayouts = ['lines', 'tab-rows', 'pipe-rows', 'table', 'word', 'docx-merged', 'table-in-tables']
const drawn = layouts.filter(({ id }) => inLayouts.includes(id))

export interface PlantedDocument {
  readonly fault: Fault
  readonly layout: Layout
  readonly planted: Uint8Array
  /** The same report without the fault. */
  readonly clean: Uint8Array
}

/** One report with a fault and the same without it; the seed and the kind decide everything. */
export function drawPlanted(fault: Fault, seed: number): PlantedDocument {
  const random = toRandom(seed)
  const draft = drawDraft(fault, random)
  const planted = fault.plant(draft, random)
  const layout = drawn[seed % drawn.length]
  if (!layout) throw new RangeError(`Cannot draw a report: none of the layouts ${inLayouts.join(', ')} is there`)
  const render = (one: Draft) => layout.render(toPlantedStory(one, toRandom(seed)), toRandom(seed))
  return { fault, layout, planted: render(planted), clean: render(draft) }
}

const ofPlanting = /^(?:N\.CLAIM|D\.|T2\.SCOPE|F\.FEE|C\.SECTIONS)/

/** Ids of the checks of these kinds that fail in a report. */
export const failingOf = (report: Pick<Report, 'findings'> | undefined): readonly string[] =>
  (report?.findings ?? []).flatMap(({ checkId, status }) =>
    status === 'fail' && ofPlanting.test(checkId) ? [checkId] : [],
  )
