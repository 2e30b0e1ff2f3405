import { editions } from './notices.ts'
import type { Check, Label } from './types.ts'

const counts = (table: string): Check => ({
  severity: 'must',
  editions,
  label: {
    zh: `${table}的数量是不小于 0 的整数，金额不小于 0`,
    en: `Counts of ${table} are whole numbers of at least 0, amounts are at least 0`,
  },
  pass: {
    zh: `${table} {count} 个数值都合乎规定（数量为不小于 0 的整数，金额不小于 0）`,
    en: `All {count} numbers of ${table} are of the kind the form asks for`,
  },
  fail: { zh: `${table}有不合规定的数值：{cells}`, en: `Numbers of ${table} that cannot be: {cells}` },
})

/** Every check on one report that is no sum edit, by the first part of its check id. @see 国办公开办函〔2021〕30号 and 〔2019〕60号 */
export const checks = {
  'T2.COUNT': counts('表二'),
  'T3.COUNT': counts('表三'),
  'T4.COUNT': counts('表四'),
  'T2.SCOPE': {
    severity: 'should',
    editions,
    label: {
      zh: '规章只能由国务院部门、省级政府和设区的市、自治州政府制定',
      en: 'Only ministries, provinces and cities with districts make government rules',
    },
    pass: { zh: '规章数量与机关级别不矛盾', en: 'The number of government rules fits the level of the body' },
    fail: {
      zh: '{level}机关没有规章制定权，而表二填有{cells}',
      en: 'A body at this level ({level}) makes no government rules, but {cells}',
    },
  },
  'T2.2019.PUBLISHED': {
    severity: 'should',
    editions: ['2019'],
    label: { zh: '本年新公开数量不大于对外公开总数量', en: 'Newly disclosed is at most the total public' },
    pass: {
      zh: '{row}：本年新公开 {left}，不大于对外公开总数 {right}',
      en: '{row}: newly disclosed {left}, at most the total public {right}',
    },
    fail: {
      zh: '{row}：本年新公开 {left}，大于对外公开总数 {right}',
      en: '{row}: newly disclosed {left}, more than the total public {right}',
    },
  },
  'D.DEADLINE': {
    severity: 'should',
    editions,
    label: {
      zh: '2019 年度起，县级以上政府部门 1 月 31 日前、政府 3 月 31 日前公布年报；2018 年度及以前一律 3 月 31 日前',
      en: 'From 2019 departments of county level and above publish by 31 January, governments by 31 March; before, all by 31 March',
    },
    pass: { zh: '{source} {date}，不晚于期限 {due}', en: '{source} {date}, no later than {due}' },
    fail: {
      zh: '{source} {date}，晚于期限 {due}，逾期 {days} 天',
      en: '{source} {date}, {days} {days:day|days} after the deadline {due}',
    },
  },
  'D.YEAR': {
    severity: 'should',
    editions,
    label: {
      zh: '标题年度与统计期限一致，落款在次年',
      en: 'The title and the period name the same year, and the signature falls in the next one',
    },
    pass: { zh: '报告年度 {year}，{facts}', en: 'Report year {year}: {facts}' },
    fail: { zh: '报告年度 {year}，而{facts}', en: 'Report year {year}, but {facts}' },
  },
  'C.SECTIONS': {
    severity: 'should',
    editions,
    label: { zh: '六个部分齐全，次序不乱', en: 'The six sections are there, in order' },
    pass: { zh: '六个部分齐全，次序不乱', en: 'The six sections are there, in order' },
    fail: { zh: '没有按次序找到这些部分的标题：{sections}', en: 'Headings not found in their order: {sections}' },
  },
  'F.FEE': {
    severity: 'should',
    editions: ['2021'],
    label: {
      zh: '有逾期未缴纳费用的申请，则第六部分应报告信息处理费',
      en: 'Where a fee was not paid, section six reports on information processing fees',
    },
    pass: {
      zh: '逾期未缴纳费用 {left} 件，与第六部分不矛盾',
      en: '{left} requests with a fee unpaid, which section six does not contradict',
    },
    fail: {
      zh: '逾期未缴纳费用 {left} 件，而第六部分没有写到费用',
      en: '{left} requests with a fee unpaid, but section six says nothing of fees',
    },
  },
} as const satisfies Readonly<Record<string, Check>>

/** What a sum edit says: {subject} is its row or column, {left} and {right} its sides in the words of the form. */
export const sumTexts = {
  pass: { zh: '{subject}：{rule}，两边都是 {sum}', en: '{subject}: {rule}; both sides are {sum}' },
  fail: { zh: '{subject}：{left}，而{right}', en: '{subject}: {left}, but {right}' },
  /** Behind a sum that fails. */
  doubted: {
    zh: '；{rows}的读取存疑，不能断定是报告有误',
    en: '; the reading of {rows} is in doubt, so that the report need not be wrong',
  },
  not_assessable: { zh: '{subject}：{why}（{rule}）', en: '{subject}: {why} ({rule})' },
} as const satisfies Readonly<Record<string, Label>>

/** What any other check says when it was not assessed. */
export const checkTexts = {
  not_assessable: { zh: '{why}（{rule}）', en: '{why} ({rule})' },
} as const satisfies Readonly<Record<string, Label>>
