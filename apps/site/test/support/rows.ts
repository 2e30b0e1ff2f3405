import type { CellRow, ClaimRow, FindingRow, LineRow } from '../../src/data/rows.ts'

export const claim = (claim_no: number, start_offset: number, end_offset: number): ClaimRow => ({
  report_id: 'r',
  claim_no,
  line: 1,
  start_offset,
  end_offset,
  figure: 0,
  is_percentage: false,
  key: null,
  table_value: null,
  status: 'agree',
  message_zh: '',
  message_en: '',
})

export const line = (text: string): LineRow => ({ report_id: 'r', line: 1, kind: 'paragraph', section: 1, text })

export const cell = (key: string, value: number): CellRow => ({
  report_id: 'r',
  form_id: 'requests',
  row_id: 'granted',
  column_id: 'total',
  key,
  unit: '件',
  state: 'value',
  value,
  note: null,
  raw: String(value),
  place_line: 7,
  place_column: null,
  place_page: null,
  reader: 'grid',
})

export const finding = (check_id: string, status: FindingRow['status'], left = 5, right = 4): FindingRow => ({
  report_id: 'r',
  check_id,
  is_sum_edit: check_id.startsWith('T'),
  severity: 'must',
  status,
  reason: null,
  left_value: left,
  right_value: right,
  difference: left - right,
  cells: [],
  message_id: '',
  message_zh: '',
  message_en: '',
})
