import type { DuckDBConnection } from '@duckdb/node-api'
import {
  aggregateCells,
  cellStates,
  figureStatuses,
  formWords,
  indicators,
  issueCodes,
  jumpCells,
  type Label,
  outcomeGroups,
  outcomeRows,
  type PanelTerm,
  panelEdits,
  peerSteps,
} from '@gongkai/schema'
import { named, quoted } from './database.ts'

type Value = string | number | boolean | null

/** A declaration of the schema as rows, for the models to join. */
interface Declared {
  readonly name: string
  /** Names with their DuckDB types. */
  readonly columns: readonly (readonly [name: string, type: string])[]
  readonly rows: readonly (readonly Value[])[]
}

/** Loads what the schema declares and the models apply, one table per declaration. */
export async function loadDeclarations(db: DuckDBConnection): Promise<void> {
  for (const { name, columns, rows } of declared()) {
    await db.run(`create table ${name} (${columns.map(([column, type]) => `${named(column)} ${type}`).join(', ')})`)
    await db.run(`insert into ${name} values ${rows.map((row) => `(${row.map(toLiteral).join(', ')})`).join(', ')}`)
  }
}

const toLiteral = (value: Value): string => (typeof value === 'string' ? quoted(value) : String(value))

const declared = (): readonly Declared[] => [
  ...codeNames(),
  ...panelTables(),
  ...outcomeTables(),
  ...indicatorTables(),
  ...peerTables(),
]

/** The words for issues and for states of cells, by code. */
const codeNames = (): readonly Declared[] =>
  Object.entries({ issue_names: issueCodes, state_names: cellStates }).map(([name, codes]) => ({
    name,
    columns: [
      ['code', 'VARCHAR'],
      ['label_zh', 'VARCHAR'],
      ['label_en', 'VARCHAR'],
    ],
    rows: Object.entries<Label>(codes).map(([code, label]) => [code, label.zh, label.en]),
  }))

function panelTables(): readonly Declared[] {
  return [
    {
      name: 'panel_terms',
      columns: [
        ['check_id', 'VARCHAR'],
        ['relation', 'VARCHAR'],
        ['subject_zh', 'VARCHAR'],
        ['subject_en', 'VARCHAR'],
        ['side', 'VARCHAR'],
        ['position', 'INTEGER'],
        ['which', 'VARCHAR'],
        ['key', 'VARCHAR'],
        ['sign', 'INTEGER'],
        ['label_zh', 'VARCHAR'],
        ['label_en', 'VARCHAR'],
      ],
      rows: toPanelRows(),
    },
    {
      name: 'jump_cells',
      columns: [
        ['key', 'VARCHAR'],
        ['label_zh', 'VARCHAR'],
        ['label_en', 'VARCHAR'],
      ],
      rows: jumpCells.map(({ key, label }) => [key, label.zh, label.en]),
    },
  ]
}

function outcomeTables(): readonly Declared[] {
  return [
    {
      name: 'aggregate_cells',
      columns: [
        ['key', 'VARCHAR'],
        ['label_zh', 'VARCHAR'],
        ['label_en', 'VARCHAR'],
      ],
      rows: aggregateCells.map(({ key, label }) => [key, label.zh, label.en]),
    },
    {
      name: 'outcome_groups',
      columns: [['group_id', 'VARCHAR']],
      rows: Object.keys(outcomeGroups).map((id) => [id]),
    },
    {
      name: 'outcome_rows',
      columns: [
        ['row_id', 'VARCHAR'],
        ['group_id', 'VARCHAR'],
      ],
      rows: outcomeRows.map(({ rowId, groupId }) => [rowId, groupId]),
    },
  ]
}

function indicatorTables(): readonly Declared[] {
  return [
    {
      name: 'figure_statuses',
      columns: [
        ['status', 'VARCHAR'],
        ['position', 'INTEGER'],
      ],
      rows: Object.keys(figureStatuses).map((status, i) => [status, i + 1]),
    },
    {
      name: 'indicator_units',
      columns: [
        ['indicator_id', 'VARCHAR'],
        ['unit', 'VARCHAR'],
        ['least_denominator', 'INTEGER'],
        ['is_compared', 'BOOLEAN'],
      ],
      rows: indicators.map(({ id, unit, smallN, isCompared }) => [id, unit, smallN, isCompared]),
    },
    {
      name: 'indicator_terms',
      columns: [
        ['indicator_id', 'VARCHAR'],
        ['side', 'VARCHAR'],
        ['which', 'VARCHAR'],
        ['key', 'VARCHAR'],
        ['sign', 'INTEGER'],
      ],
      rows: indicators.flatMap(({ id, numerator, denominator }) => [
        ...numerator.map(({ which, key, sign }) => [id, 'numerator', which, key, sign]),
        ...denominator.map(({ which, key, sign }) => [id, 'denominator', which, key, sign]),
      ]),
    },
  ]
}

function peerTables(): readonly Declared[] {
  return [
    {
      name: 'peer_steps',
      columns: [
        ['step_no', 'INTEGER'],
        ['basis', 'VARCHAR'],
        ['attribute', 'VARCHAR'],
        ['position', 'INTEGER'],
        ['attribute_count', 'INTEGER'],
      ],
      rows: peerSteps.flatMap(({ basis, by }, step) =>
        by.map((attribute, position) => [step + 1, basis, attribute, position + 1, by.length]),
      ),
    },
    { name: 'form_words', columns: [['words', 'VARCHAR']], rows: formWords.map((words) => [words]) },
  ]
}

/** One row per cell of an edit between years. */
function toPanelRows(): readonly (readonly Value[])[] {
  return panelEdits.flatMap(({ id, relation, subject, left, right }) => {
    const toRows = (side: 'left' | 'right', terms: readonly PanelTerm[]) =>
      terms.map(({ year, key, sign, label }, i) => [
        ...[id, relation, subject.zh, subject.en, side, i + 1, year, key, sign, label.zh, label.en],
      ])
    return [...toRows('left', left), ...toRows('right', right)]
  })
}
