import {
  checks,
  declaredForms,
  type Form,
  type FormBlock,
  indicators,
  type Label,
  panelRules,
  type Table,
  tables,
  toBalanceEdits,
  toFormCells,
} from '../src/index.ts'
import { codeLists } from './codebook.ts'

const tableNumbers = { disclosure: '表二', requests: '表三', proceedings: '表四' } as const

/** A Markdown table; a bar inside a cell is escaped. */
function toTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const code = (text: string) => `\`${text}\``
const grouped = (label: Label, group: Label | undefined, language: keyof Label) =>
  group ? `${group[language]} › ${label[language]}` : label[language]

function toBlock(block: FormBlock): string {
  const heading = block.heading ? [`**${block.heading.zh}** ${block.heading.en}`] : []
  const rows = block.rows.map((row) => [
    code(row.id),
    grouped({ ...row.label, zh: `${row.numeral ?? ''}${row.label.zh}` }, row.group, 'zh'),
    grouped(row.label, row.group, 'en'),
  ])
  const columns = block.columns.map((column) => [
    code(column.id),
    grouped(column.label, column.group, 'zh'),
    grouped(column.label, column.group, 'en'),
    column.unit,
  ])
  return [
    ...heading,
    toTable(['row', '行', 'English'], rows),
    toTable(['column', '列', 'English', 'unit'], columns),
  ].join('\n\n')
}

function toForm(form: Form): string {
  const cells = toFormCells(form).length
  const edits = toBalanceEdits(form).length
  const rules = form.balances.map((rule) => [code(rule.id), rule.severity, rule.label.zh, rule.label.en])
  return [
    `### ${tableNumbers[form.id]} ${form.title.zh}, ${form.edition}`,
    `${form.title.en} (${code(form.id)}, edition ${code(form.edition)}): ${cells} cells, ${edits} sum edits. Source: ${form.source}.`,
    ...form.blocks.map(toBlock),
    ...(rules.length > 0 ? [toTable(['edit', 'severity', '勾稽关系', 'English'], rules)] : []),
  ].join('\n\n')
}

/** The checks that are no sums. */
function toChecks(): string {
  const rows = Object.entries({ ...checks, ...panelRules }).map(([id, check]) => [
    code(id),
    check.severity,
    check.editions.join(', '),
    check.label.zh,
    check.label.en,
  ])
  return toTable(['check', 'severity', 'editions', '核对', 'English'], rows)
}

/** The indicators with their formulas. */
function toIndicators(): string {
  const rows = indicators.map(({ id, label, formula, unit, smallN }) => [
    code(id),
    label.zh,
    formula.zh,
    label.en,
    formula.en,
    unit,
    smallN === null ? '' : `≥ ${smallN}`,
  ])
  return toTable(['indicator', '指标', '公式', 'English', 'formula', 'unit', 'denominator'], rows)
}

function toPublished(table: Table): string {
  const rows = table.columns.map((column) => [
    code(column.name),
    column.type,
    column.label.zh,
    column.label.en,
    column.unit ?? '',
    column.source ?? '',
  ])
  return [
    `### ${code(table.name)}`,
    `${table.per.zh}. One row per ${table.per.en}; key: ${table.key.map(code).join(', ')}.`,
    toTable(['column', 'type', '中文', 'English', 'unit', 'source'], rows),
  ].join('\n\n')
}

/** The glossary as Markdown: forms with rows, columns and edits, published tables, codes; Chinese and English. */
export function toGlossary(): string {
  const codes = codeLists.map((item) =>
    [
      `### ${item.title.zh} ${code(item.name)}`,
      `${item.title.en}.`,
      toTable(
        ['code', '中文', 'English'],
        Object.entries(item.codes).map(([id, label]) => [code(id), label.zh, label.en]),
      ),
    ].join('\n\n'),
  )
  return `${[
    '# 词汇表 Glossary',
    'Generated from `packages/schema` by `npm run build --workspace @gongkai/schema`; edit the declarations, not this file.',
    '## 表格 Forms',
    ...declaredForms.map(toForm),
    '### 其他核对 Other checks',
    toChecks(),
    '## 指标 Indicators',
    toIndicators(),
    '## 发布的数据表 Published tables',
    ...tables.map(toPublished),
    '## 代码 Codes',
    ...codes,
  ].join('\n\n')}\n`
}
