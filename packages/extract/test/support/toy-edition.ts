import type { Form, FormColumn, FormRow } from '@gongkai/schema'

// The tables of a notice that nobody wrote, with rows, columns and sums that no declared edition has.

const notice = { edition: '2027' as string as Form['edition'], firstYear: 2027, source: '试办发〔2027〕1号' }
const column = (id: string, zh: string): FormColumn => ({ id, label: { zh, en: id }, unit: '件', measure: 'count' })
const row = (id: string, zh: string): FormRow => ({ id, label: { zh, en: id } })

export const toyDisclosure: Form = {
  ...notice,
  id: 'disclosure',
  title: { zh: '主动公开政府信息情况', en: 'Information disclosed proactively' },
  blocks: [
    {
      heading: { zh: '第二十条第（一）项', en: 'Article 20 (1)' },
      columns: [column('drafted', '本年起草件数'), column('issued', '本年印发件数')],
      rows: [row('rules', '规章'), row('guidelines', '裁量基准文件')],
    },
  ],
  balances: [],
  bounds: [],
}

const applicants = [column('citizen', '公民个人'), column('body', '各类组织'), column('total', '总计')]
const results = [
  row('answered', '（一）当场答复'),
  row('referred', '（二）移送其他机关'),
  row('declined.sensitive', '1.涉及敏感数据'),
  row('declined.trivial', '2.明显没有意义'),
]
export const toyRequests: Form = {
  ...notice,
  id: 'requests',
  title: { zh: '收到和处理政府信息公开申请情况', en: 'Requests received and handled' },
  blocks: [
    {
      columns: applicants,
      rows: [
        row('new_received', '一、本年新收政府信息公开申请数量'),
        ...results,
        { ...row('results_total', '（五）总计'), notBefore: 'answered' },
        row('open', '三、年末尚在办理'),
      ],
    },
  ],
  balances: [
    {
      id: 'T3.INTAKE',
      severity: 'must',
      label: { zh: '新收等于办结加在办', en: 'Received is settled and open' },
      over: 'columns',
      left: ['new_received'],
      right: ['results_total', 'open'],
    },
    {
      id: 'T3.SETTLED',
      severity: 'must',
      label: { zh: '各项之和等于总计', en: 'Results add up' },
      over: 'columns',
      left: results.map(({ id }) => id),
      right: ['results_total'],
    },
    {
      id: 'T3.WHO',
      severity: 'must',
      label: { zh: '公民加组织等于总计', en: 'Citizens and bodies add up' },
      over: 'rows',
      left: ['citizen', 'body'],
      right: ['total'],
    },
  ],
}

const groups = [row('reconsideration', '行政复议'), row('litigation.all', '行政诉讼案件')]
const outcomes = [
  column('upheld', '结果维持'),
  column('corrected', '结果纠正'),
  column('settled', '调解结案'),
  column('total', '总计'),
]
export const toyProceedings: Form = {
  ...notice,
  id: 'proceedings',
  title: { zh: '政府信息公开行政复议、行政诉讼情况', en: 'Reconsideration and litigation' },
  blocks: [{ columns: outcomes, rows: groups }],
  balances: [
    {
      id: 'T4.TOTAL',
      severity: 'must',
      label: { zh: '各种结果之和等于总计', en: 'Outcomes add up' },
      over: 'rows',
      left: ['upheld', 'corrected', 'settled'],
      right: ['total'],
    },
  ],
}
