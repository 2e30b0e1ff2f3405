import { remember } from '../../text/remember.ts'
import { findFirstTopic, findTopic, isOfYear, isPassedOver } from './filters.ts'
import type { Frame } from './frames.ts'
import { subjects } from './subjects.ts'
import type { Family, Subject, Topic } from './types.ts'

/** What is known of the surroundings of a figure, each worked out when it is asked for. */
export interface Setting {
  /** What the sentence is about as a whole, else the line, else its subheading. */
  readonly topic: () => Topic | undefined
  /** The subheading, or the line so far, speaks of requests or of disclosure. */
  readonly isOnDisclosure: () => boolean
}

/** A subject that fits a figure, and whether a difference may be held against it. */
export interface Match {
  readonly id: string
  readonly family: Family | undefined
  /** One subject, or each of several that one figure speaks of. */
  readonly subjects: readonly Subject[]
  readonly isFirm: boolean
}

/** What a sentence has claimed before the figure at hand. */
export interface Said {
  readonly ids: readonly string[]
  readonly family: Family | undefined
}

/** Every subject that some words may name, in order; agencies of one place write alike. */
const findNamed = remember((words): readonly Subject[] => subjects.filter(({ pattern }) => pattern.test(words)))

function isMeasured({ figure }: Frame, { measures, family }: Subject): boolean {
  if (figure.measure === 'percent') return family === 'outcome' || family === 'applicant'
  return measures.includes(figure.measure)
}

/** Finds what a figure counts, from the words around it; undefined for what no table and no pattern knows. */
export function findMatch(frame: Frame, setting: Setting, said: Said): Match | undefined {
  if (frame.figure.measure === 'other' || isPassedOver(frame) || isDenied(frame) || !isNumeralPlain(frame))
    return undefined
  const words = `${frame.lead}#${frame.tail}`
  for (const subject of findNamed(words)) {
    if (!isMeasured(frame, subject) || isThing(frame, subject)) continue
    const fit = fitTopic(frame, subject, setting)
    if (fit === 'no') continue
    if (!isOfYear(frame, subject.isAcrossYears === true)) return undefined
    const each = toMembers(frame, subject)
    const isFirm =
      each.every((one) => one.isFirm) &&
      fit === 'firm' &&
      !said.ids.includes(subject.id) &&
      isFollowing(subject, said) &&
      each.every(
        (one) =>
          isTied(frame, one, setting) &&
          one.loosened?.test(words) !== true &&
          one.loosenedBefore?.test(frame.head()) !== true,
      )
    return { id: subject.id, family: subject.family, subjects: each, isFirm }
  }
  return undefined
}

/** 复议、诉讼均为0件 speaks of each; 复议、诉讼共3件 of their sum. */
function toMembers({ figure, lead }: Frame, subject: Subject): readonly Subject[] {
  const isEach = figure.value === 0 || /[均都各](?:为|有|是)?$/.test(lead)
  return subject.members && isEach ? subject.members : [subject]
}

/** 未收到…3件 denies something narrower than what is counted. */
const isDenied = ({ lead, figure }: Frame): boolean =>
  figure.value !== 0 && /(?:未曾?(?:收到|接到|受理|发生|出现)|没有(?:收到|发生|接到)|无(?:人|新)|不存在)/.test(lead)

/** The figure must be the last word of its clause where it is a Chinese numeral: 一项重要工作 counts nothing. */
const isNumeralPlain = ({ figure, tail }: Frame): boolean =>
  !figure.isNumeral ||
  tail === '' ||
  /^[。！？、]|^(?:的|结转|转入|政府信息|信息公开|公开|申请|行政|依申请|诉讼|复议)/.test(tail)

type Fit = 'firm' | 'loose' | 'no'

function fitTopic({ head, lead, tail }: Frame, subject: Subject, setting: Setting): Fit {
  const { topics } = subject
  if (!topics || subject.isOwnWords) return 'firm'
  const own = findFirstTopic(tail) ?? findTopic(lead) ?? findTopic(head())
  if (own !== undefined) return topics.includes(own) ? 'firm' : 'no'
  if (subject.isFreeStanding) return 'firm'
  const around = setting.topic()
  if (around === undefined) return 'loose'
  return topics.includes(around) ? 'firm' : 'no'
}

const isFollowing = ({ follows }: Subject, { family }: Said): boolean =>
  follows === undefined || family === undefined || follows.includes(family)

function isTied({ head, lead, tail }: Frame, { needs, orNeeds }: Subject, { isOnDisclosure }: Setting): boolean {
  if (needs === undefined || needs.test(`${head()}${lead}#${tail}`)) return true
  return orNeeds?.test(`${lead}#${tail}`) === true && isOnDisclosure()
}

/** Things that are made, kept or counted in the handling of requests, and are no requests. */
const things =
  /(?:模板|文书|范本|规范|流程|指南|机制|制度|样本|格式|渠道|方式|途径|窗口|受理点|点|栏目|专栏|入口|表|书|平台|系统|清单|目录|台账|要点|方案|办法|通知|文件|案例|问题|环节|岗位|人员|团队|次数|时限)(?:合计|共|计|有|为|了|等)*$/

/** Whether the words before the figure end in a thing that a subject of requests does not count. */
const isThing = ({ lead, tail }: Frame, { topics }: Subject): boolean =>
  topics?.includes('requests') === true &&
  (things.test(lead) || /^(?:份|套)?(?:模板|文书|范本|制度|流程|答复书|告知书|通知书)/.test(tail))
