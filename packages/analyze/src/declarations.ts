import type { DuckDBConnection } from '@duckdb/node-api'
import { formWords, jumpCells, outcomeGroups, outcomeRows, type PanelTerm, panelEdits } from '@gongkai/schema'
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

function declared(): readonly Declared[] {
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
