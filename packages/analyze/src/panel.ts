import type { DuckDBConnection } from '@duckdb/node-api'
import { jumpCells, type PanelTerm, panelEdits } from '@gongkai/schema'
import { quoted } from './database.ts'

const row = (values: readonly (string | number)[]): string =>
  `(${values.map((value) => (typeof value === 'number' ? value : quoted(value))).join(', ')})`

/** Loads the declared edits between years: `panel_terms`, one row per cell of an edit, and `jump_cells`. */
export async function loadPanelEdits(db: DuckDBConnection): Promise<void> {
  const terms = panelEdits.flatMap((edit) => {
    const toRows = (side: 'left' | 'right', own: readonly PanelTerm[]) =>
      own.map(({ year, key, sign, label }, i) =>
        row([
          edit.id,
          edit.relation,
          edit.subject.zh,
          edit.subject.en,
          side,
          i + 1,
          year,
          key,
          sign,
          label.zh,
          label.en,
        ]),
      )
    return [...toRows('left', edit.left), ...toRows('right', edit.right)]
  })
  await db.run(`
    create table panel_terms as select * from (values ${terms.join(', ')})
    as terms (check_id, relation, subject_zh, subject_en, side, position, which, key, sign, label_zh, label_en)`)
  const jumps = jumpCells.map(({ key, label }) => row([key, label.zh, label.en]))
  await db.run(`
    create table jump_cells as select * from (values ${jumps.join(', ')}) as jumps (key, label_zh, label_en)`)
}
