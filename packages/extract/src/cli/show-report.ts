import { type Cell, cellStates, type DocumentEntry, type Form, forms, type Report, repairKinds } from '@gongkai/schema'

const shownStates: Readonly<Record<Cell['state'], string>> = {
  value: '',
  blank: '（空）',
  not_applicable: '（／）',
  text: '（文字）',
  missing: '（缺）',
}

/** The report as text: who and when, each table as printed, verdict, repairs, issues. */
export function showReport(document: DocumentEntry, report: Report): string {
  const { identity, editions } = report
  const place = [identity.province, identity.prefecture, identity.county, identity.zone].filter(Boolean).join(' ')
  const facts: readonly (readonly [string, string | number | null])[] = [
    ['文件', `${document.path}（${document.reader ?? ''}，${document.bytes} 字节）`],
    ['机关', identity.agencyName],
    ['年度', identity.year],
    [
      '行政区划',
      identity.regionCode ? `${identity.regionCode} ${place}` : identity.regionCandidates.join('、') || null,
    ],
    ['发布日期', identity.publishedOn],
    ['落款日期', identity.signedOn],
  ]
  const tables = (['disclosure', 'requests', 'proceedings'] as const).map((id) => {
    const edition = editions[id]
    return edition ? showTable(forms[id][edition], report.cells) : `\n${forms[id]['2021'].title.zh}：没有找到这张表`
  })
  return [
    ...facts.map(([name, value]) => `${name}：${value ?? '不详'}`),
    ...tables,
    showVerdict(report),
    showRepairs(report),
    ...report.issues.map(
      (issue) =>
        `${issue.severity === 'error' ? '✗' : '·'} ${issue.messageZh}${issue.key ? `（${issue.key}）` : ''}${issue.line ? `，第 ${issue.line} 行` : ''}`,
    ),
  ].join('\n')
}

function showTable(form: Form, cells: readonly Cell[]): string {
  const byKey = new Map(cells.map((cell) => [`${cell.formId}|${cell.rowId}|${cell.columnId}`, cell]))
  const lines = form.blocks.flatMap((block) => [
    `  ${block.columns.map((column) => column.label.zh).join(' | ')}`,
    ...block.rows.map((row) => {
      const values = block.columns.map((column) => showCell(byKey.get(`${form.id}|${row.id}|${column.id}`)))
      return `  ${row.numeral ?? ''}${row.label.zh}：${values.join(' | ')}`
    }),
  ])
  return [`\n${form.title.zh}（${form.edition} 年格式）`, ...lines].join('\n')
}

const showCell = (cell: Cell | undefined): string =>
  cell === undefined ? '' : cell.state === 'value' ? String(cell.value) : shownStates[cell.state]

function showVerdict({ findings, cells }: Report): string {
  const count = (status: string) => findings.filter((finding) => finding.status === status).length
  const failed = findings.filter((finding) => finding.status === 'fail')
  const states = Object.entries(cellStates).map(
    ([state, label]) => `${label.zh} ${cells.filter((cell) => cell.state === state).length}`,
  )
  return [
    `\n勾稽关系：核对 ${count('pass') + count('fail')} 项，不符 ${count('fail')} 项，无法核对 ${count('not_assessable')} 项`,
    ...failed.map((finding) => `✗ ${finding.messageZh}（${finding.checkId}）`),
    `单元格：${states.join('，')}`,
  ].join('\n')
}

function showRepairs({ repairs }: Report): string {
  const kinds = [...new Set(repairs.map((repair) => repair.kind))]
  const said = kinds.map(
    (kind) => `${repairKinds[kind].zh} ${repairs.filter((repair) => repair.kind === kind).length} 处`,
  )
  return said.length === 0 ? '修复：无' : `修复：${said.join('，')}`
}
