import type { Random } from './random.ts'
import type { Truth } from './truth.ts'

/** A sentence of the narrative and the number that the tables hold for it. */
export interface Told {
  readonly say: (count: number) => string
  readonly count: number
  /** What it tells of: a second sentence of the same is another one's. */
  readonly subject: string
}

const total = (row: string): string => `requests.${row}.total`
const ofGroup = (truth: Truth, group: string): readonly string[] =>
  [...truth.prints.keys()].filter((key) => key.startsWith(`requests.${group}`) && key.endsWith('.total'))

interface Wording {
  readonly keys: (truth: Truth) => readonly string[]
  readonly say: readonly [(count: number) => string, ...((count: number) => string)[]]
}

const of =
  (...keys: readonly string[]) =>
  () =>
    keys

/** What narratives state of the tables, each in several wordings. */
const wordings: readonly [Wording, ...Wording[]] = [
  {
    keys: of(total('new_received')),
    say: [
      (n) => `全年共收到政府信息公开申请${n}件，均依法登记。`,
      (n) => `本年度新收政府信息公开申请 ${n} 件，按期办理。`,
      (n) => `我单位新收到公民、法人和其他组织提出的政府信息公开申请${n}件。`,
      (n) => `依申请公开方面，收到申请${n}宗。`,
      (n) => `（二）依申请公开。收到${n}件政府信息公开申请，程序规范。`,
    ],
  },
  {
    keys: of(total('carried_in')),
    say: [
      (n) => `上年结转政府信息公开申请${n}件。`,
      (n) => `承接上一年未办结的政府信息公开申请${n}件。`,
      (n) => `由上年度结转的申请 ${n} 件。`,
    ],
  },
  {
    keys: of(total('results_total')),
    say: [
      (n) => `全年办结政府信息公开申请${n}件。`,
      (n) => `已答复政府信息公开申请 ${n} 件，答复文书统一编号。`,
      (n) => `共办结依申请公开${n}件。`,
    ],
  },
  {
    keys: of(total('carried_forward')),
    say: [
      (n) => `另有政府信息公开申请${n}件结转下年度继续办理。`,
      (n) => `尚有${n}件政府信息公开申请顺延至下一年度。`,
      (n) => `结转下年度继续办理的申请 ${n} 件。`,
    ],
  },
  {
    keys: of(total('granted')),
    say: [(n) => `从办理结果看，申请予以公开${n}件。`, (n) => `对政府信息公开申请作出予以公开答复${n}件。`],
  },
  {
    keys: of(total('granted_in_part')),
    say: [(n) => `政府信息公开申请部分公开${n}件。`, (n) => `办理的申请中，部分公开 ${n} 件。`],
  },
  {
    keys: (truth) => ofGroup(truth, 'refused.'),
    say: [(n) => `办理的政府信息公开申请中，不予公开${n}件。`, (n) => `政府信息公开申请不予公开 ${n} 件，均说明理由。`],
  },
  {
    keys: (truth) => ofGroup(truth, 'unavailable.'),
    say: [(n) => `政府信息公开申请答复无法提供${n}件。`, (n) => `办理的申请中，无法提供 ${n} 件。`],
  },
  {
    keys: of('reconsideration.total'),
    say: [
      (n) => `因政府信息公开被申请行政复议${n}件。`,
      (n) => `全年发生政府信息公开行政复议 ${n} 件。`,
      (n) => `涉及政府信息公开的行政复议案件${n}起。`,
    ],
  },
  {
    keys: of('litigation.direct.total', 'litigation.after_reconsideration.total'),
    say: [(n) => `因政府信息公开被提起行政诉讼${n}件。`, (n) => `全年发生政府信息公开行政诉讼 ${n} 件。`],
  },
  {
    keys: of('disclosure.normative_documents.made'),
    say: [(n) => `本年制发行政规范性文件${n}件。`, (n) => `全年制发规范性文件 ${n} 件，并同步公开解读。`],
  },
  {
    keys: of('disclosure.normative_documents.abolished'),
    say: [(n) => `废止行政规范性文件${n}件。`, (n) => `全年废止规范性文件 ${n} 件。`],
  },
  {
    keys: of('disclosure.licensing.decisions'),
    say: [(n) => `全年作出行政许可决定${n}件。`, (n) => `本年行政许可处理决定 ${n} 件，结果均已公示。`],
  },
  {
    keys: of('disclosure.penalties.decisions'),
    say: [(n) => `全年作出行政处罚决定${n}件。`, (n) => `本年行政处罚处理决定 ${n} 件。`],
  },
]

/** Numbers of other things, beside which a reader must not look for a cell. */
export const beside: readonly [string, ...string[]] = [
  '通过门户网站公开各类信息2319条，其中政务动态1208条。',
  '政务微信公众号推送文章356篇，阅读量12.6万人次。',
  '举办政务公开培训3场，参训人员87人次。',
  '涉及国家秘密的公文类信息0条。',
  '协助上级机关核查依申请公开答复6件。',
  '承办人大代表建议17件、政协提案9件，全部按期答复。',
  '12345热线转办工单412件，办结率98.5%。',
  '更新政府信息公开目录46项，修订指南1次。',
]

/** A sentence of one of the wordings whose number the tables of a report print, of what is not told yet. */
export function drawTold(truth: Truth, told: readonly Told[], random: Random): Told {
  for (;;) {
    const { keys, say } = random.pick(wordings)
    const subject = keys(truth).join()
    const counts = keys(truth).map((key) => truth.prints.get(key)?.value ?? null)
    if (counts.length === 0 || counts.includes(null) || told.some((one) => one.subject === subject)) continue
    return { say: random.pick(say), subject, count: counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) }
  }
}

/** Another number that no total of the tables has, so that it agrees with nothing. */
export function toWrong(count: number, truth: Truth, random: Random): number {
  const known = new Set([...truth.prints.values()].map(({ value }) => value))
  const sums = ['new_received', 'results_total'].map(
    (row) =>
      (truth.prints.get(total(row))?.value ?? 0) +
      (truth.prints.get(total(row === 'new_received' ? 'carried_in' : 'carried_forward'))?.value ?? 0),
  )
  for (;;) {
    const wrong = count + 1 + random.int(40)
    if (!known.has(wrong) && !sums.includes(wrong)) return wrong
  }
}
