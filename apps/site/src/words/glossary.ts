import * as schema from '@gongkai/schema'
import { type Form, formIds, type Label, toEditions } from '@gongkai/schema'
import { tableNumbers } from './table-numbers.ts'

/** A term in both languages, with the id under which the dataset has it. */
export interface Term {
  readonly id: string
  readonly label: Label
}

/** Terms that belong together. */
export interface TermList {
  readonly id: string
  readonly heading: Label
  readonly terms: readonly Term[]
}

const toTerms = (codes: Readonly<Record<string, Label>>): readonly Term[] =>
  Object.entries(codes).map(([id, label]) => ({ id, label }))

function toFormTerms(form: Form): readonly Term[] {
  const rows = form.blocks.flatMap((block) => [...block.rows, ...block.columns])
  // A column that several blocks repeat is one term.
  return [...new Map(rows.map(({ id, label }) => [`${id} ${label.zh}`, { id, label }])).values()]
}

const formLists = formIds.flatMap((formId) =>
  // The edition in force comes first.
  toEditions(formId).map((form) => ({
    id: `${formId}-${form.edition}`,
    heading: {
      zh: `${tableNumbers[formId]}　${form.title.zh}（${form.edition}年版）`,
      en: `${form.title.en} (form of ${form.edition})`,
    },
    terms: toFormTerms(form),
  })),
)

/** Headings of the code lists, in the order of the page, by the name under which the schema declares each. */
const headings: Readonly<Record<string, Label>> = {
  cellStates: { zh: '单元格的状态', en: 'States of a cell' },
  findingStatuses: { zh: '核对结果', en: 'Outcomes of a check' },
  findingReasons: { zh: '无法核对的原因', en: 'Why a check was not made' },
  proposalKinds: { zh: '更正方案的类别', en: 'Kinds of proposal' },
  proposalCauses: { zh: '更正方案的可能原因', en: 'Likely cause behind a proposal' },
  evidenceKinds: { zh: '数值对位的依据', en: 'What shows that values stand in their cells' },
  trustLevels: { zh: '可信程度', en: 'Trust' },
  claimStatuses: { zh: '正文数字与表格', en: 'Numbers of the text against the tables' },
  sumsOutcomes: { zh: '勾稽关系的总体结果', en: 'What the sums of a report come to' },
  textOutcomes: { zh: '正文数字的总体结果', en: 'What the numbers of a text come to' },
  documentStatuses: { zh: '文件的处理结果', en: 'What became of a file' },
  reasonCodes: { zh: '文件没有成为报告的原因', en: 'Why a file is not in the dataset' },
  issueCodes: { zh: '读取时发现的问题', en: 'Issues found in reading' },
  repairKinds: { zh: '修复的类别', en: 'Kinds of repair' },
  lineKinds: { zh: '原文各行的类别', en: 'Kinds of line' },
  bodyKinds: { zh: '机关的种类', en: 'Kinds of body' },
  regionEvidences: { zh: '行政区划的依据', en: 'What decides a division' },
  levels: { zh: '级别', en: 'Levels' },
  outcomeGroups: { zh: '办理结果的六类', en: 'Groups of results' },
  outcomeStates: { zh: '各类结果的计数状态', en: 'Whether a group of results was counted' },
  outcomeReasons: { zh: '各类结果不能计数的原因', en: 'Why a group of results was not counted' },
  indicatorNames: { zh: '指标', en: 'Indicators' },
  figureStatuses: { zh: '指标和占比是否给出', en: 'Whether a figure is given' },
  peerBases: { zh: '可比的依据', en: 'By what peers are chosen' },
  similarityKinds: { zh: '文字比较的对象', en: 'What sentences are compared with' },
  expectedStatuses: { zh: '应有的报告是否收到', en: 'Whether an expected report is held' },
  expectedBases: { zh: '为什么应有报告', en: 'Why a report should exist' },
  changeKinds: { zh: '两次发布之间的变动', en: 'Changes between two releases' },
  changeCauses: { zh: '变动的原因', en: 'Causes of a change' },
  copyDeciders: { zh: '多个版本中采用哪一个的依据', en: 'Why one of several copies was taken' },
  copySites: { zh: '版本所在的网站', en: 'On whose website a copy stands' },
}

type CodeList = Readonly<Record<string, Label>>

/** A label, and not a text with places to be filled in, as messages of checks are. */
const isLabel = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).sort().join() === 'en,zh' &&
  Object.values(value).every((words) => typeof words === 'string' && !words.includes('{'))
const isCodeList = (value: unknown): value is CodeList =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0 && Object.values(value).every(isLabel)

const places = Object.keys(headings)
const placeOf = (name: string) => (places.includes(name) ? places.indexOf(name) : places.length)

/** Part of another list, which has all of it. */
const partial = ['documentIssues']

/** Every code list of the schema; one that has no heading yet comes last, under its own name. */
const codeLists: readonly TermList[] = Object.entries(schema)
  .flatMap(([name, list]) => (isCodeList(list) && !partial.includes(name) ? [{ name, list }] : []))
  .toSorted((a, b) => placeOf(a.name) - placeOf(b.name) || (a.name < b.name ? -1 : 1))
  .map(({ name, list }) => ({ id: name, heading: headings[name] ?? { zh: name, en: name }, terms: toTerms(list) }))

const checkList: TermList = {
  id: 'checks',
  heading: { zh: '勾稽关系以外的核对', en: 'Checks other than sums' },
  terms: Object.entries(schema.checks).map(([id, { label }]) => ({ id, label })),
}

/** Every term of the forms, every check and every code of the dataset. */
export const termLists: readonly TermList[] = [...formLists, checkList, ...codeLists]
