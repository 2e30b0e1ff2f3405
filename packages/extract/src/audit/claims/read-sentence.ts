import type { Claim, Identity } from '@gongkai/schema'
import { addParts } from './add-parts.ts'
import { toExact } from './exact.ts'
import type { Figure } from './figures.ts'
import { findSentenceTopic, isOfYear, isPassedOver } from './filters.ts'
import { type Frame, toFrames } from './frames.ts'
import { judge, type Verdict } from './judge.ts'
import { lazy } from './lazy.ts'
import { findMatch, type Match, type Said, type Setting } from './match.ts'
import { tell, tellParts } from './messages.ts'
import { findScope, type Scope } from './scope.ts'
import { type Sentence, toExcerpt } from './sentences.ts'
import { isShareOfLast, judgeShare } from './shares.ts'
import { findStatements } from './statements.ts'
import type { Family, Reading, Subject } from './types.ts'
import type { Tables } from './values.ts'
import { toZeros, type Zero } from './zeros.ts'

/** What a sentence is read against. */
export interface Reader {
  readonly tables: Tables
  readonly identity: Pick<Identity, 'agencyName' | 'scope' | 'year'>
  readonly isLoose: boolean
  /** Whose figures the line gave last. */
  readonly lineScope: () => Scope
  /** What is known of the line before the sentence. */
  readonly setting: Setting
  /** Subjects that the line has claimed before. */
  readonly said: readonly string[]
}

/** A claim before its line is known. */
type Made = Omit<Claim, 'line'>

/** The claims of a sentence, and the subjects that the line has claimed with it. */
export interface SentenceClaims {
  readonly claims: readonly Made[]
  readonly said: readonly string[]
}

/** What the figures of a sentence said so far. */
interface Course extends Said {
  ids: string[]
  family: Family | undefined
  /** Subjects of the figure before, which a share may be of. */
  last: readonly Subject[]
}

/** Reads the numbers of one sentence, then its denials; a denial with a figure is read as the figure. */
export function readSentence(sentence: Sentence, reader: Reader): SentenceClaims {
  const { identity, setting, said } = reader
  const { figures, denials } = findStatements(sentence.text)
  if (figures.length === 0 && denials.length === 0) return { claims: [], said }
  const frames = toFrames(sentence.text, figures, identity.year)
  const claims: Made[] = []
  const own = lazy(() => findSentenceTopic(sentence.text, identity.year))
  const around = { ...setting, topic: () => own() ?? setting.topic() }
  const course: Course = { ids: [...said], family: undefined, last: [] }
  for (const [i, frame] of frames.entries()) {
    if (frame.figure.measure === 'percent') claims.push(...readShare(sentence, frame, course, reader))
    else {
      const match = findMatch(frame, around, course)
      course.last = match?.subjects ?? []
      if (!match) continue
      claims.push(...readFigure(sentence, frame, match, frames.slice(i + 1), reader))
      course.ids.push(match.id)
      course.family = match.family
    }
  }
  for (const zero of toZeros(sentence.text, denials, identity.year)) claims.push(...readZero(sentence, zero, reader))
  return { claims: claims.sort((a, b) => a.start - b.start), said: course.ids }
}

function readFigure(
  sentence: Sentence,
  frame: Frame,
  match: Match,
  after: readonly Frame[],
  reader: Reader,
): readonly Made[] {
  const { figure } = frame
  const scope = lazy(() => findScope(frame.head() + frame.lead, reader.identity) ?? reader.lineScope())
  const isFirm = match.isFirm && !reader.isLoose
  if (match.id === 'disclosed') return [readParts(sentence, frame, after)]
  const claims = match.subjects.map((subject) => {
    const verdict = judge({ figure, subject, isFirm, scope }, reader.tables)
    return toClaim(sentence, figure, verdict)
  })
  const channels = match.id === 'received' ? readChannels(sentence, frame, after) : []
  return [...claims, ...channels]
}

/** A total of disclosed information is compared with its own parts: no table holds it. */
function readParts(sentence: Sentence, frame: Frame, after: readonly Frame[]): Made {
  const parts = addParts(sentence.text, frame, after)
  const { figure } = frame
  const none: Verdict = { status: 'not_stated', sum: undefined, reading: undefined }
  const claim = toClaim(sentence, figure, none)
  if (!parts) return claim
  return { ...claim, status: partStatus[parts.verdict], ...tellParts(figure.value, parts) }
}

const partStatus = { agree: 'agree', differ: 'differ', open: 'not_stated' } as const
const channel =
  /网络|网上|网站|线上|在线|互联网|平台|信函|邮寄|邮件|邮箱|来信|传真|当面|现场|窗口|书面|其他(?:方式|形式|渠道|途径)/

/** Requests by the way they came in: the parts of the figure before them. */
function readChannels(sentence: Sentence, total: Frame, after: readonly Frame[]): readonly Made[] {
  const ways = after.filter(({ lead, figure }) => figure.measure === 'count' && channel.test(lead))
  const sum = ways.reduce((before, { figure }) => before + figure.value, 0)
  if (ways.length < 2) return []
  const verdict = sum === total.figure.value ? 'agree' : 'open'
  const none: Verdict = { status: 'not_stated', sum: undefined, reading: undefined }
  return ways.map(({ figure }) => ({
    ...toClaim(sentence, figure, none),
    status: partStatus[verdict],
    ...tellParts(total.figure.value, { frames: ways, sum, verdict }),
  }))
}

/** A percentage belongs to the words before it, else to the figure before it. */
function readShare(sentence: Sentence, frame: Frame, course: Course, reader: Reader): readonly Made[] {
  if (isPassedOver(frame) || !isOfYear(frame, false)) return []
  const own = findMatch(frame, reader.setting, { ids: [], family: undefined })
  const isOfLast = isShareOfLast(frame) && (course.family === 'outcome' || course.family === 'applicant')
  const parts = own?.subjects[0]?.readings ?? (isOfLast ? course.last.flatMap(({ readings }) => readings) : [])
  if (parts.length === 0) return []
  const verdict = judgeShare(frame.figure, frame, parts, reader.tables)
  if (verdict.status !== 'differ') return [toClaim(sentence, frame.figure, verdict, verdict)]
  const scope = findScope(frame.head() + frame.lead, reader.identity) ?? reader.lineScope()
  const status = reader.isLoose ? 'ambiguous_denominator' : scope === 'other' ? 'different_scope' : 'differ'
  return [toClaim(sentence, frame.figure, { ...verdict, status }, verdict)]
}

function readZero(sentence: Sentence, { figure, readings, head, words }: Zero, reader: Reader): readonly Made[] {
  const frame: Frame = { figure, lead: '', tail: words, head: () => head }
  if (!isOfYear(frame, false) || /以来|除|如|若|力争|确保|实现/.test(head.slice(-30))) return []
  const scope = lazy(() => findScope(head + words, reader.identity) ?? reader.lineScope())
  return readings.map((one) => {
    const verdict = judge(
      { figure, subject: { readings: one.slice(0, 1) }, isFirm: !reader.isLoose, scope },
      reader.tables,
    )
    return toClaim(sentence, figure, verdict)
  })
}

function toClaim(
  sentence: Sentence,
  figure: Figure,
  verdict: Verdict,
  share?: { readonly base: Reading | undefined; readonly share: number | undefined },
): Made {
  const { status, sum, reading } = verdict
  const scale = figure.measure === 'yuan' ? (sum?.scale ?? 1) : 1
  const value = share ? share.share : sum?.value === undefined ? undefined : toCellUnit(sum.value, scale)
  const stated = toCellUnit(figure.value, scale)
  return {
    start: sentence.start + figure.start,
    end: sentence.start + figure.end,
    sentence: toExcerpt(sentence.text, figure.start, figure.end),
    figure: stated,
    isPercentage: figure.measure === 'percent',
    isApproximate: figure.approximation !== 'exact' && figure.approximation !== 'rounded',
    key: sum?.keys[0] ?? null,
    cells: [...(sum?.keys ?? [])],
    tableValue: value ?? null,
    status,
    ...tell({ figure, stated, scale, status, reading, value, base: share?.base }),
  }
}

/** Money in the unit that its cell is published in. */
const toCellUnit = (value: number, scale: number): number => toExact(value / scale)
