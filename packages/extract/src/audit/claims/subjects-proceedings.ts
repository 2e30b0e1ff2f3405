import { before, either, following } from './pattern.ts'
import { reading } from './readings.ts'
import type { Reading, Subject, Topic } from './types.ts'

const measures = ['count', 'times'] as const

/** Words of a body that decides reconsiderations, or of lawsuits that have another cause. */
const asDecider =
  /受理|审理|审结|裁决|调解|处罚|许可|征收|拆迁|强制|工伤|确权|出庭|应诉率|负责人|累计|上年|下年|结转|同比/
/** Words that tie a case to the disclosure of information, or to the agency as the one complained of. */
const ties = /信息公开|公开信息|申请公开|依申请|政务公开/
/** Those words, or the form's own for the outcome. */
const outcomeTies = new RegExp(`${ties.source}|结果维持|结果纠正|其他结果`)
/** Words that do so in a text on disclosure, or the bare name of the kind before its figure. */
const weakTies = /被|引发|引起|提起|发生|产生|涉及|(?:复议|诉讼)(?:案件)?[总共计为有数量：:]{0,5}#/

const of = (rows: readonly string[], column: string) => rows.map((row) => `${row}.${column}`)

interface Kind {
  readonly id: string
  readonly topic: Topic
  readonly words: string
  readonly rows: readonly string[]
  readonly zh: string
  readonly en: string
}

const kinds: readonly Kind[] = [
  {
    id: 'direct',
    topic: 'direct',
    words:
      '未经(?:行政)?复议(?:程序)?(?:而|就)?(?:直接|径行)?(?:向[^#]{0,6})?(?:提起|起诉|诉讼)|直接起诉|直接提起(?:行政)?诉讼',
    rows: ['litigation.direct'],
    zh: '未经复议直接起诉',
    en: 'lawsuits without reconsideration',
  },
  {
    id: 'after_reconsideration',
    topic: 'after_reconsideration',
    words: '(?<!未)(?:经(?:行政)?)?复议后(?:又|再|仍)?(?:提起|起诉|诉讼|向[^#]{0,4}起诉)',
    rows: ['litigation.after_reconsideration'],
    zh: '复议后起诉',
    en: 'lawsuits after reconsideration',
  },
  {
    id: 'reconsideration',
    topic: 'reconsideration',
    words: '复议',
    rows: ['reconsideration'],
    zh: '行政复议',
    en: 'reconsiderations',
  },
  {
    id: 'litigation',
    topic: 'litigation',
    words: '诉讼|起诉|应诉',
    rows: ['litigation.direct', 'litigation.after_reconsideration'],
    zh: '行政诉讼',
    en: 'lawsuits',
  },
]

const outcomes = [
  ['corrected', '纠正|纠错|被撤销|败诉|确认违法', '结果纠正', 'corrected'],
  ['upheld', '维持|驳回|胜诉', '结果维持', 'upheld'],
  ['other', '其他结果', '其他结果', 'other result'],
  ['pending', '尚?未审结|正在审理|尚在审理|仍在审理|未结', '尚未审结', 'pending'],
] as const

/** No word of the form for an outcome: 纠错 and 维持 may be counted otherwise than 结果纠正 and 结果维持. */
const inOwnWords = '^(?!.*(?:结果维持|结果纠正|其他结果|尚未审结))'

/** Both kinds before an outcome leave open whose it is. */
const otherKind: Readonly<Record<string, RegExp>> = { reconsideration: /诉讼/, litigation: /复议/ }

const totalOf = ({ rows, zh, en }: Kind): Reading => reading(`${zh}总计`, `Total of ${en}`, ...of(rows, 'total'))

function decidedOf({ rows, zh, en }: Kind): Reading {
  const columns = ['upheld', 'corrected', 'other']
  return reading(`已审结的${zh}`, `Decided ${en}`, ...columns.flatMap((column) => of(rows, column)))
}

function outcomeSubjects(kind: Kind): readonly Subject[] {
  return outcomes.map(([column, words, zh, en]) => ({
    id: `${kind.id}.${column}`,
    pattern: either(before(words, 8), following(words, 3)),
    measures,
    readings: [reading(`${kind.zh}${zh}`, `${kind.en}, ${en}`, ...of(kind.rows, column))],
    topics: [kind.topic],
    isFirm: true,
    loosened: new RegExp(`${inOwnWords}|原|判决|裁定|撤|驳回|败诉|胜诉|违法|、|和|及`),
    ...(otherKind[kind.id] ? { loosenedBefore: otherKind[kind.id] } : {}),
    family: 'proceeding',
    ...(kind.id === 'reconsideration' || kind.id === 'litigation' ? { needs: outcomeTies } : {}),
  }))
}

const kindSubjects: readonly Subject[] = kinds.map((kind) => ({
  id: kind.id,
  pattern: either(before(kind.words, 14), following(kind.words, 16)),
  measures,
  readings: [totalOf(kind), decidedOf(kind)],
  excuses: kind.rows.length > 1 ? kind.rows.map((row) => reading(kind.zh, kind.en, `${row}.total`)) : [],
  isFirm: true,
  loosened: asDecider,
  isOwnWords: true,
  family: 'proceeding',
  ...(kind.id === 'reconsideration' || kind.id === 'litigation' ? { needs: ties, orNeeds: weakTies } : {}),
}))

const both = '复议(?:案件)?[、和与及或以]{1,2}[^#]{0,8}(?:诉讼|应诉)'

/** Patterns of 表四: outcomes within a kind first, then both kinds together, then the totals of the kinds. */
export const proceedingSubjects: readonly Subject[] = [
  ...kinds.flatMap(outcomeSubjects),
  {
    id: 'proceedings',
    pattern: either(before(both, 14), following(both, 16)),
    measures,
    readings: [reading('行政复议和行政诉讼总计', 'Total of reconsiderations and lawsuits', ...allTotals())],
    members: kindSubjects.filter(({ id }) => id === 'reconsideration' || id === 'litigation'),
    isFirm: false,
    isOwnWords: true,
    family: 'proceeding',
  },
  ...kindSubjects,
]

function allTotals(): readonly string[] {
  return of(['reconsideration', 'litigation.direct', 'litigation.after_reconsideration'], 'total')
}
