import { type Indicator, indicators, type Label, type Table, tables } from '@gongkai/schema'
import { type CodeList, type CodeListName, codeLists, findCodeList } from '../codes.ts'

/** A column as the codebook has it. */
export interface CodebookColumn {
  readonly name: string
  readonly type: string
  readonly label: Label
  readonly unit?: string
  readonly source?: string
  /** Name of the code list whose codes the column holds. */
  readonly codes?: CodeListName
}

/** A table as the codebook has it. */
export interface CodebookTable {
  readonly name: string
  readonly per: Label
  readonly key: readonly string[]
  readonly columns: readonly CodebookColumn[]
}

/** Every published table and column with its meaning, and every code. */
export interface Codebook {
  readonly tables: readonly CodebookTable[]
  readonly codes: Readonly<Record<string, CodeList>>
  /** What each indicator adds up and divides, its unit and its least denominator. */
  readonly indicators: readonly Indicator[]
}

/** The codebook of the whole dataset. */
export function toCodebook(): Codebook {
  return { tables: tables.map(toCodebookTable), codes: codeLists, indicators }
}

/** The codebook of one table, with only the codes it uses: what its Parquet file carries. */
export function toTableCodebook(table: Table): CodebookTable & Pick<Codebook, 'codes'> {
  const described = toCodebookTable(table)
  const used = [...new Set(described.columns.flatMap((column) => column.codes ?? []))]
  return { ...described, codes: Object.fromEntries(used.map((name) => [name, codeLists[name]])) }
}

function toCodebookTable(table: Table): CodebookTable {
  return {
    ...table,
    columns: table.columns.map((column) => {
      const codes = findCodeList(table.name, column.name)
      return codes ? { ...column, codes } : column
    }),
  }
}
