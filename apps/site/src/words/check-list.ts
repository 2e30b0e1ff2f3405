import type { Label } from '@gongkai/schema'
import { plural } from './format.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** Words of the list of the sums and of the advice, which stand on the page without scripts, too. */
export const listWords = {
  sums: label('勾稽关系清单', 'The sums, one by one'),
  equals: label('等于', 'equals'),
  advice: label('填表须知', 'Filling in the tables'),
  mistakes: label('常见的错误', 'Frequent mistakes'),
} as const

/** What the form in force prescribes. */
export const toSumsLead = (edition: string, count: number): Label =>
  label(
    `现行格式（${edition} 年版）规定的等式共 ${count} 项，可打印后逐项打勾。`,
    `The form in force (edition of ${edition}) prescribes ${count} sums. Print the list and tick them off.`,
  )

export const toSumsCount = (count: number): Label => label(`${count} 项`, `${count}`)

/** How a table is filled in, so that every cell can be read. */
export const advice: readonly Label[] = [
  label(
    '没有发生的，填 0，不要留空，也不要填横线、斜线或“无”：空白会被读作“没有填报”。',
    'Where nothing happened, write 0. Leave no cell blank and write no dash, slash or 无: a blank is read as “not reported”.',
  ),
  label(
    '每格只填一个数字，不带单位、空格和附注；一行的数字不要挤在一格里。',
    'One number a cell, without units, spaces or notes; never a whole row of numbers in one cell.',
  ),
  label(
    '不要增删、改名或者合并规定的行和列，附注写在表外。',
    'Do not add, drop, rename or merge the rows and columns of the form; notes go below the table.',
  ),
  label(
    '表格用文字排版，不要贴成图片：图片中的数字不能检索，也不能核对。',
    'Set the tables as text, never as pictures: what a picture holds can be neither searched nor checked.',
  ),
  label(
    '“上年结转”应当等于上一年度报告的“结转下年度继续办理”。',
    'Requests carried in must equal what the report of the year before carried forward.',
  ),
  label(
    '政府部门的年度报告在 1 月 31 日前公布，县级以上地方人民政府的在 3 月 31 日前公布。',
    'Departments publish by 31 January, local governments from county level up by 31 March.',
  ),
]

/** Mistakes that a report may hold, by what finds them. */
export const mistakeWords = {
  applicants: label('表三：总计与各类申请人之和不符。', 'Requests: a total is not the sum of the kinds of applicants.'),
  balance: label(
    '表三：新收加上年结转，与办理结果总计加结转下年度不符。',
    'Requests: new and carried in differ from results and carried forward.',
  ),
  results: label(
    '表三：办理结果各项之和与“总计”不符，多为漏计、重计某一行。',
    'Requests: the results do not add up to their total; mostly a row is left out or counted twice.',
  ),
  proceedings: label('表四：总计与各种结果之和不符。', 'Proceedings: a total is not the sum of the outcomes.'),
  shifted: label(
    '表三：一行的数字整体左移或者右移一列。',
    'Requests: a row of numbers stands one column too far to the left or right.',
  ),
  blank: label('表格中有空白，没有填 0。', 'Cells are blank instead of 0.'),
  claims: label('正文写的件数与表格不同。', 'The text states another number than the table.'),
  carried: label(
    '“上年结转”与上一年度报告的结转下年度不符。',
    'What is carried in differs from what the report of the year before carried forward.',
  ),
} as const satisfies Readonly<Record<string, Label>>

export type Mistake = keyof typeof mistakeWords

/** Over how many reports the mistakes were counted. */
export const toMistakesLead = (reports: string): Label =>
  label(
    `本站收录的 ${reports} 份报告中，有下列问题的份数（一份报告可以有几种；有的可能是读取造成的）：`,
    `Of the ${reports} reports on this site, this many show each of them (one report may show several; some may be misread):`,
  )

/** @param count grouped by thousands */
export const toMistakeCount = (count: string): Label =>
  label(`${count} 份`, `${count} ${plural(Number(count), 'report', 'reports')}`)
