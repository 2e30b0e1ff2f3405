import { disclosure2019 } from './disclosure.ts'
import { type Edition, editions } from './notices.ts'
import { requests2021 } from './requests.ts'
import type { FormColumn, FormRow, Label, PanelEdit, PanelTerm, Severity } from './types.ts'

const term = (year: PanelTerm['year'], key: string, zh: string, en: string, sign: 1 | -1 = 1): PanelTerm => ({
  year,
  key,
  sign,
  label: { zh, en },
})

const nameOf = ({ label, short }: FormColumn | FormRow): Label => short ?? label

/** What one report carries forward is what the next one has carried in. */
const carried: readonly PanelEdit[] = requests2021.blocks.flatMap((block) =>
  block.columns.map((column) => ({
    id: `X.CARRY.${column.id}`,
    relation: 'equal' as const,
    subject: nameOf(column),
    left: [
      term(
        'before',
        `requests.carried_forward.${column.id}`,
        '上年报告结转下年度',
        'last year’s report carried forward',
      ),
    ],
    right: [term('this', `requests.carried_in.${column.id}`, '本年报告所列上年结转', 'this year’s report carried in')],
  })),
)

const itemRows = disclosure2019.blocks.flatMap((block) =>
  block.columns.some((column) => column.id === 'items_prior') ? block.rows : [],
)

/** Items of the year before and their change are the items that the next report begins with. */
const items: readonly PanelEdit[] = itemRows.map((row) => ({
  id: `X.ITEMS.${row.id}`,
  relation: 'equal',
  subject: nameOf(row),
  left: [
    term('before', `disclosure.${row.id}.items_prior`, '上年报告的上一年项目数量', 'items in last year’s report'),
    term('before', `disclosure.${row.id}.items_change`, '增减', 'change'),
  ],
  right: [
    term('this', `disclosure.${row.id}.items_prior`, '本年报告的上一年项目数量', 'prior items in this year’s report'),
  ],
}))

const documentRows = [
  { id: 'rules', zh: '规章', en: 'Government rules' },
  { id: 'normative_documents', zh: '行政规范性文件', en: 'Normative documents' },
] as const

/** The stock of documents, and what can be abolished of it. */
const stocks: readonly PanelEdit[] = documentRows.flatMap(({ id, zh, en }): readonly PanelEdit[] => {
  const before = term('before', `disclosure.${id}.in_force`, '上年现行有效', 'in force last year')
  const made = term('this', `disclosure.${id}.made`, '本年制发', 'issued')
  const abolished = `disclosure.${id}.abolished`
  return [
    {
      id: `T2.STOCK.${id}`,
      relation: 'equal',
      subject: { zh, en },
      left: [before, made, term('this', abolished, '本年废止', 'abolished', -1)],
      right: [term('this', `disclosure.${id}.in_force`, '本年现行有效', 'in force')],
    },
    {
      id: `T2.FLOW.${id}`,
      relation: 'at_most',
      subject: { zh, en },
      left: [term('this', abolished, '本年废止', 'abolished')],
      right: [before, made],
    },
  ]
})

/** Every edit between a report and the same agency's report of the year before; all are `should`. */
export const panelEdits: readonly PanelEdit[] = [...carried, ...items, ...stocks]

/** Cells of which a jump from one year to the next is worth a look: more than tenfold, or less than a tenth. */
export const jumpCells: readonly { readonly key: string; readonly label: Label }[] = [
  { key: 'requests.new_received.total', label: { zh: '新收申请总计', en: 'New requests' } },
  { key: 'requests.results_total.total', label: { zh: '办理结果总计', en: 'Results' } },
  {
    key: 'disclosure.normative_documents.in_force',
    label: { zh: '现行有效规范性文件', en: 'Normative documents in force' },
  },
  { key: 'disclosure.licensing.decisions', label: { zh: '行政许可决定', en: 'Licensing decisions' } },
  { key: 'disclosure.penalties.decisions', label: { zh: '行政处罚决定', en: 'Penalty decisions' } },
  { key: 'disclosure.coercion.decisions', label: { zh: '行政强制决定', en: 'Coercion decisions' } },
  { key: 'disclosure.fees.amount', label: { zh: '行政事业性收费金额', en: 'Administrative fees' } },
  { key: 'disclosure.procurement.amount', label: { zh: '政府集中采购总金额', en: 'Procurement amount' } },
]

/** Cells of a report on a whole area that the reports of its organs and of the areas below add up to. */
export const aggregateCells: readonly { readonly key: string; readonly label: Label }[] = [
  { key: 'requests.new_received.total', label: { zh: '新收申请总计', en: 'New requests' } },
  { key: 'requests.carried_in.total', label: { zh: '上年结转总计', en: 'Carried in' } },
  { key: 'requests.results_total.total', label: { zh: '办理结果总计', en: 'Results' } },
  { key: 'requests.carried_forward.total', label: { zh: '结转下年度总计', en: 'Carried forward' } },
]

interface PanelRule {
  readonly severity: Severity
  readonly editions: readonly Edition[]
  readonly label: Label
}

/** The rules behind the edits between reports, by the first part of their check ids. */
export const panelRules = {
  'P.AGGREGATE': {
    severity: 'should',
    editions,
    label: {
      zh: '汇总报告的数量等于本地区各机关与下级地区报告之和（报告收齐时才核对）',
      en: 'A report on a whole area is the sum of its organs and of the areas below (only where all have reported)',
    },
  },
  'T2.STOCK': {
    severity: 'should',
    editions: ['2021'],
    label: {
      zh: '现行有效件数等于上年现行有效加本年制发减本年废止（文件也会自行失效）',
      en: 'Documents in force are last year’s, plus issued, less abolished (some lapse by themselves)',
    },
  },
  'T2.FLOW': {
    severity: 'should',
    editions: ['2021'],
    label: {
      zh: '本年废止不多于上年现行有效与本年制发之和',
      en: 'No more is abolished than was in force or was issued',
    },
  },
  'X.CARRY': {
    severity: 'should',
    editions,
    label: {
      zh: '上年报告结转下年度的数量等于本年报告所列上年结转',
      en: 'What one report carries forward, the next has carried in',
    },
  },
  'X.ITEMS': {
    severity: 'should',
    editions: ['2019'],
    label: {
      zh: '上年报告的上一年项目数量加增减，等于本年报告的上一年项目数量',
      en: 'Prior items and their change are the prior items of the next report',
    },
  },
  'X.JUMP': {
    severity: 'info',
    editions,
    label: {
      zh: '与上年相比变动超过十倍（30 以上），或者金额相差约一万倍',
      en: 'A change of more than tenfold from 30 up, or of about ten thousand times in an amount',
    },
  },
} as const satisfies Readonly<Record<string, PanelRule>>
