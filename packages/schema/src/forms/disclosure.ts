import { notice2019, notice2021 } from './notices.ts'
import type { Form, FormColumn, FormRow, Label } from './types.ts'

const title: Label = { zh: '主动公开政府信息情况', en: 'Information disclosed proactively' }

const article = (numeral: string): Label => ({
  zh: `第二十条第（${numeral}）项`,
  en: `Article 20 (${'一二三四五六七八九'.indexOf(numeral) + 1})`,
})

const rules: FormRow = { id: 'rules', label: { zh: '规章', en: 'Government rules' } }
const licensing: FormRow = { id: 'licensing', label: { zh: '行政许可', en: 'Administrative licensing' } }
const penalties: FormRow = { id: 'penalties', label: { zh: '行政处罚', en: 'Administrative penalties' } }
const coercion: FormRow = { id: 'coercion', label: { zh: '行政强制', en: 'Administrative coercion' } }
const fees: FormRow = { id: 'fees', label: { zh: '行政事业性收费', en: 'Administrative fees' } }

const decisions: FormColumn = {
  id: 'decisions',
  label: { zh: '本年处理决定数量', en: 'Decisions made this year' },
  unit: '件',
  measure: 'count',
}

/** 表二 of report years 2021 onward: 10 cells. @see 国办公开办函〔2021〕30号 */
export const disclosure2021: Form = {
  id: 'disclosure',
  ...notice2021,
  title,
  blocks: [
    {
      heading: article('一'),
      columns: [
        { id: 'made', label: { zh: '本年制发件数', en: 'Issued this year' }, unit: '件', measure: 'count' },
        { id: 'abolished', label: { zh: '本年废止件数', en: 'Abolished this year' }, unit: '件', measure: 'count' },
        { id: 'in_force', label: { zh: '现行有效件数', en: 'In force' }, unit: '件', measure: 'count' },
      ],
      rows: [rules, { id: 'normative_documents', label: { zh: '行政规范性文件', en: 'Normative documents' } }],
    },
    { heading: article('五'), columns: [decisions], rows: [licensing] },
    { heading: article('六'), columns: [decisions], rows: [penalties, coercion] },
    {
      heading: article('八'),
      columns: [
        {
          id: 'amount',
          label: { zh: '本年收费金额（单位：万元）', en: 'Fees charged this year (10,000 yuan)' },
          unit: '万元',
          measure: 'amount',
        },
      ],
      rows: [fees],
    },
  ],
  balances: [],
}

const itemsPrior: FormColumn = {
  id: 'items_prior',
  label: { zh: '上一年项目数量', en: 'Items last year' },
  unit: '项',
  measure: 'count',
}
const itemsChange: FormColumn = {
  id: 'items_change',
  label: { zh: '本年增/减', en: 'Change this year' },
  unit: '项',
  measure: 'signed',
}
const handled: FormColumn = { ...decisions, label: { zh: '处理决定数量', en: 'Decisions made' } }

/** 表二 of report years 2019 and 2020: 22 cells. @see 国办公开办函〔2019〕60号 */
export const disclosure2019: Form = {
  id: 'disclosure',
  ...notice2019,
  title,
  blocks: [
    {
      heading: article('一'),
      columns: [
        { id: 'made', label: { zh: '本年新制作数量', en: 'Newly made this year' }, unit: '件', measure: 'count' },
        {
          id: 'disclosed',
          label: { zh: '本年新公开数量', en: 'Newly disclosed this year' },
          unit: '件',
          measure: 'count',
        },
        { id: 'public_total', label: { zh: '对外公开总数量', en: 'Total public' }, unit: '件', measure: 'count' },
      ],
      rows: [rules, { id: 'normative_documents', label: { zh: '规范性文件', en: 'Normative documents' } }],
    },
    {
      heading: article('五'),
      columns: [itemsPrior, itemsChange, handled],
      rows: [
        licensing,
        {
          id: 'other_services',
          label: { zh: '其他对外管理服务事项', en: 'Other external management and service items' },
        },
      ],
    },
    { heading: article('六'), columns: [itemsPrior, itemsChange, handled], rows: [penalties, coercion] },
    { heading: article('八'), columns: [itemsPrior, itemsChange], rows: [fees] },
    {
      heading: article('九'),
      columns: [
        { id: 'projects', label: { zh: '采购项目数量', en: 'Procurement projects' }, unit: '个', measure: 'count' },
        { id: 'amount', label: { zh: '采购总金额', en: 'Total procurement amount' }, unit: '元', measure: 'amount' },
      ],
      rows: [{ id: 'procurement', label: { zh: '政府集中采购', en: 'Centralised government procurement' } }],
    },
  ],
  balances: [],
  bounds: [{ check: 'T2.2019.PUBLISHED', less: 'disclosed', more: 'public_total' }],
}
