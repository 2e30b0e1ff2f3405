import { type ColumnType, cellStates, type Label, type TableColumn, tables } from '@gongkai/schema'

type Schema = Readonly<Record<string, unknown>>

/** A family of JSON files of the site: where they lie, what they hold, and the schema that they keep to. */
export interface JsonFile {
  /** Name of its schema. */
  readonly name: string
  readonly address: string
  readonly holds: Label
  readonly schema: Schema
  /** Path of one of them, to look at; made from an id of the dataset. */
  readonly toExample: (ids: ExampleIds) => string
}

/** Ids that examples are made from; absent where the dataset holds nothing. */
export interface ExampleIds {
  readonly agencyId: string | undefined
  readonly year: string | undefined
}

const jsonTypes: Readonly<Record<ColumnType, string>> = {
  VARCHAR: 'string',
  INTEGER: 'integer',
  BIGINT: 'integer',
  DOUBLE: 'number',
  BOOLEAN: 'boolean',
  DATE: 'string',
  'VARCHAR[]': 'array',
}

const draft = 'https://json-schema.org/draft/2020-12/schema'
const object = (properties: Schema, more: Schema = {}): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  ...more,
})
const text = { type: 'string' }
const count = { type: 'integer', minimum: 0 }
/** Rows below the names of their columns. */
const grid = object({ columns: { type: 'array', items: text }, rows: { type: 'array', items: { type: 'array' } } })

function toProperty({ type, label }: TableColumn, isKey: boolean): Schema {
  const own = {
    type: isKey ? jsonTypes[type] : [jsonTypes[type], 'null'],
    description: `${label.zh} ${label.en}`,
    ...(type === 'DATE' && { pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
    ...(type === 'VARCHAR[]' && { items: text }),
  }
  return own
}

function toRowSchema(name: string): Schema {
  const table = tables.find((item) => item.name === name)
  if (!table) throw new RangeError(`Cannot describe "${name}": the schema declares no such table`)
  return object(
    Object.fromEntries(
      table.columns.map((column) => [column.name, toProperty(column, table.key.includes(column.name))]),
    ),
  )
}

const cellSchema: Schema = {
  oneOf: [
    { type: 'number', description: '印出的数字 The number as printed' },
    { type: 'null', description: '表格中没有这一格 The form has no such cell' },
    object(
      { state: { enum: Object.keys(cellStates) } },
      {
        required: ['state'],
        properties: {
          state: { enum: Object.keys(cellStates) },
          value: { type: 'number' },
          raw: text,
          note: text,
          unit: text,
        },
      },
    ),
  ],
}

const tableSchema = object({
  columns: { type: 'array', items: text },
  rows: { type: 'object', additionalProperties: { type: 'array', items: cellSchema } },
  lines: { type: 'object', additionalProperties: { type: 'array', items: { type: ['integer', 'null'] } } },
})

const outcomesSchema = object({
  sums: object({ outcome: text, declared: count, assessed: count, failed: count }),
  text: object({ outcome: text, stated: count, agreeing: count, differing: count }),
})

const agencySchema: Schema = {
  $schema: draft,
  title: '一个机关的全部报告 Every report of an agency',
  ...object({
    agency_id: text,
    data_version: {
      type: 'string',
      pattern: '^[0-9a-f]{12}$',
      description:
        '该机关数据版本，仅在其数据变动时改变 Version of the data of this agency, another only when they change',
    },
    reports: {
      type: 'array',
      items: object({
        report: toRowSchema('reports'),
        outcomes: outcomesSchema,
        tables: { type: 'object', additionalProperties: tableSchema },
        results: {
          type: 'object',
          description: '按结果分类的件数 Requests by group of results',
          additionalProperties: { type: ['integer', 'null'] },
        },
        findings: grid,
        in_doubt: { type: 'array', items: text, description: '不符的勾稽关系所涉单元格 Cells of the sums that fail' },
        proposals: grid,
        claims: grid,
        issues: grid,
        repairs: { type: 'object', additionalProperties: count },
      }),
    },
  }),
}

const listSchema: Schema = {
  $schema: draft,
  title: '每份报告一行的一览表 A list with one row per report',
  ...object({
    columns: { type: 'array', items: text, contains: { const: 'report_id' }, uniqueItems: true },
    rows: { type: 'array', items: { type: 'array', items: { type: ['string', 'number', 'null'] } } },
  }),
}

/** Every family of JSON files whose shape is stable. */
export const jsonFiles: readonly JsonFile[] = [
  {
    name: 'agency',
    address: '/agency/<agency_id>.json',
    holds: {
      zh: '一个机关各年度的报告：三张表逐格的数字与状态、勾稽关系、可能的更正、文中数字、问题与修复次数。',
      en: 'Every report of an agency: the three tables with the number or state of each cell, sums, proposals, numbers in the text, issues, repairs by kind.',
    },
    schema: agencySchema,
    toExample: ({ agencyId }) => `/agency/${encodeURIComponent(agencyId ?? '')}.json`,
  },
  {
    name: 'list',
    address: '/region/<code>.json · /year/<yyyy>.json',
    holds: {
      zh: '一个地区（含下级）或一个年度的报告，每份一行：机关、地区、日期、核对结果、表三与表四的总计栏。',
      en: 'The reports of a division and all below it, or of a year, one row each: agency, place, dates, outcome of the checks, total columns of 表三 and 表四.',
    },
    schema: listSchema,
    toExample: ({ year }) => `/year/${year ?? 'unknown'}.json`,
  },
]
