import { type Cell, type Claim, forms, type Identity, type Line, toFormCells } from '@gongkai/schema'
import { readClaims } from '../../src/audit/claims/claims.ts'

/** Numbers of a table: cells that are not named are 0, and null is a blank. */
export type Numbers = Readonly<Record<string, number | null>>

/** Every cell of the 2021 forms. */
export function toCells(numbers: Numbers): readonly Cell[] {
  return [forms.disclosure['2021'], forms.requests['2021'], forms.proceedings['2021']].flatMap((form) =>
    toFormCells(form).map(({ key, formId, row, column }): Cell => {
      const value = key in numbers ? (numbers[key] ?? null) : 0
      const state = value === null ? 'blank' : 'value'
      const rest = { note: null, raw: value === null ? '' : String(value), place: null, reader: null } as const
      return { key, formId, rowId: row.id, columnId: column.id, unit: column.unit, state, value, ...rest }
    }),
  )
}

/** A report of a bureau for 2023, unless a test says otherwise. */
export const bureau: Pick<Identity, 'agencyName' | 'scope' | 'year'> = {
  agencyName: '临江市青石区水务局',
  scope: 'organ',
  year: 2023,
}

/** Claims of paragraphs of section one. */
export function claimsOf(
  paragraphs: readonly string[],
  numbers: Numbers,
  identity: typeof bureau = bureau,
): readonly Claim[] {
  const lines = paragraphs.map((text, i): Line => ({ line: i + 1, kind: 'paragraph', section: 1, text }))
  return readClaims({ lines, cells: toCells(numbers), identity })
}

/** A claim in short: `12 agree requests.granted.total`, with % and ~ after percentages and approximations. */
export function toShort({ figure, isPercentage, isApproximate, status, key }: Claim): string {
  return `${figure}${isPercentage ? '%' : ''}${isApproximate ? '~' : ''} ${status} ${key ?? '-'}`
}
