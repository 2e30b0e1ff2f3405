import { levels } from '@gongkai/schema'
import type { Locale } from '../words/locale.ts'
import type { FacetName } from './facets.ts'
import { functionLabels } from './functions.ts'
import type { SearchReport } from './report.ts'
import { toRowLabels } from './row-labels.ts'
import { searchTexts } from './texts.ts'

/** A choice of the form. */
interface FormOption {
  readonly value: string
  readonly label: string
}

/** A list of choices of which a reader takes one. */
export interface FormFacet {
  readonly name: Exclude<FacetName, 'flag'>
  readonly options: readonly FormOption[]
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

/** Values that some report has, each once: years from new to old, provinces by code. */
export interface Offered {
  readonly years: readonly string[]
  readonly provinces: readonly string[]
  readonly levels: ReadonlySet<string>
  readonly functions: readonly string[]
  /** Rows that are not 0. */
  readonly rows: ReadonlySet<string>
  readonly editions: readonly string[]
}

const toDistinct = (values: readonly string[]): readonly string[] =>
  [...new Set(values)].filter((value) => value !== '')

/** What reports offer to choose from. */
export function toOffered(reports: readonly SearchReport[]): Offered {
  const years = reports.map(({ year }) => (year === 0 ? '' : String(year)))
  const placed = reports.toSorted((a, b) => byText(a.regionCode, b.regionCode))
  return {
    years: toDistinct(years.toSorted((a, b) => byText(b, a))),
    provinces: toDistinct(placed.map(({ province }) => province)),
    levels: new Set(reports.map(({ level }) => level)),
    functions: toDistinct(reports.flatMap(({ functions }) => functions).toSorted()),
    rows: new Set(reports.flatMap(({ rows }) => rows)),
    editions: toDistinct(reports.map(({ edition }) => edition).toSorted()),
  }
}

const toOptions = (values: readonly string[], toLabel: (value: string) => string): readonly FormOption[] =>
  values.map((value) => ({ value, label: toLabel(value) }))

/** Sizes and shares as ranges, and rows that are not 0 in some report. */
function toNumberFacets(held: Offered['rows'], locale: Locale): readonly FormFacet[] {
  const { ranges } = searchTexts[locale]
  const rows = toRowLabels().filter(({ id }) => held.has(id))
  const of = (name: 'received' | 'disclosed' | 'refused') => ({
    name,
    options: Object.entries(ranges[name]).map(([value, label]) => ({ value, label })),
  })
  return [
    of('received'),
    of('disclosed'),
    of('refused'),
    { name: 'row', options: rows.map((row) => ({ value: row.id, label: row[locale] })) },
  ]
}

/**
 * Choices of the form, levels from the top down.
 *
 * @param provinceNames words for a province in the language of the page, by its Chinese name
 */
export function toFormFacets(
  { years, provinces, levels: held, functions, rows, editions }: Offered,
  locale: Locale,
  provinceNames: ReadonlyMap<string, string>,
): readonly FormFacet[] {
  const levelLabels: Readonly<Record<string, (typeof levels)[keyof typeof levels]>> = levels
  return [
    { name: 'year', options: toOptions(years, (year) => (locale === 'zh' ? `${year}年` : year)) },
    { name: 'province', options: toOptions(provinces, (province) => provinceNames.get(province) ?? province) },
    {
      name: 'level',
      options: toOptions(
        Object.keys(levels).filter((level) => held.has(level)),
        (level) => levelLabels[level]?.[locale] ?? level,
      ),
    },
    { name: 'function', options: toOptions(functions, (code) => functionLabels[code]?.[locale] ?? code) },
    ...toNumberFacets(rows, locale),
    {
      name: 'edition',
      options: toOptions(editions, (edition) => (locale === 'zh' ? `${edition}年版` : edition)),
    },
  ]
}
