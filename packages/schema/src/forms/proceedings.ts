import { notice2019, notice2021 } from './notices.ts'
import type { Form, FormColumn } from './types.ts'

const outcome = (id: string, zh: string, en: string): FormColumn => ({
  id,
  label: { zh, en },
  unit: '件',
  measure: 'count',
})

function proceedingsForm(notice: Pick<Form, 'edition' | 'firstYear' | 'source'>): Form {
  return {
    id: 'proceedings',
    ...notice,
    title: { zh: '政府信息公开行政复议、行政诉讼情况', en: 'Administrative reconsideration and litigation' },
    blocks: [
      {
        columns: [
          outcome('upheld', '结果维持', 'Upheld'),
          outcome('corrected', '结果纠正', 'Corrected'),
          outcome('other', '其他结果', 'Other result'),
          outcome('pending', '尚未审结', 'Pending'),
          outcome('total', '总计', 'Total'),
        ],
        rows: [
          { id: 'reconsideration', label: { zh: '行政复议', en: 'Administrative reconsideration' } },
          {
            id: 'litigation.direct',
            label: { zh: '未经复议直接起诉', en: 'Lawsuit without reconsideration' },
            group: { zh: '行政诉讼', en: 'Administrative litigation' },
          },
          {
            id: 'litigation.after_reconsideration',
            label: { zh: '复议后起诉', en: 'Lawsuit after reconsideration' },
            group: { zh: '行政诉讼', en: 'Administrative litigation' },
          },
        ],
      },
    ],
    balances: [
      {
        id: 'T4.TOTAL',
        severity: 'must',
        label: { zh: '各种结果之和等于总计', en: 'Outcomes add up to the total' },
        over: 'rows',
        left: ['upheld', 'corrected', 'other', 'pending'],
        right: ['total'],
      },
    ],
  }
}

/** 表四: 15 cells printed as one row; the same in both editions. @see 国办公开办函〔2021〕30号 */
export const proceedings2021 = proceedingsForm(notice2021)

/** 表四 of report years 2019 and 2020. @see 国办公开办函〔2019〕60号 */
export const proceedings2019 = proceedingsForm(notice2019)
