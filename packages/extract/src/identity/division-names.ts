import type { LookupRows } from '@gongkai/schema'

/** An administrative division of GB/T 2260. */
export interface Division {
  readonly code: string
  readonly name: string
  readonly level: 'province' | 'prefecture' | 'county'
  readonly parent: string
  readonly province: string
  readonly prefecture: string
  /** Year in which a former name went out of use; absent for the name in use. */
  readonly until?: number
  /** Whether what bore the former name was taken into another division, so that its bodies are others. */
  readonly isMerged?: boolean
}

/** A name that a division is printed with: the one in use, a short form, or a former one. */
export interface NamedDivision {
  readonly name: string
  readonly division: Division
}

const PEOPLE =
  '(?:朝鲜|满|蒙古|回|藏|苗|彝|壮|布依|侗|瑶|白|土家|哈尼|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|普米|怒|裕固|保安|独龙|各)族|蒙古|哈萨克|柯尔克孜|塔吉克|锡伯'
const AUTONOMOUS = new RegExp(`^([\\p{sc=Han}]{2,}?)(?:${PEOPLE})*自治([县州旗])$`, 'u')

/** The customary name of an autonomous division: 恩施土家族苗族自治州 → 恩施州; null for others. */
export function toShortForm(name: string): string | null {
  const [, stem = '', kind = ''] = AUTONOMOUS.exec(name) ?? []
  return stem === '' || stem.endsWith('族') ? null : stem + kind
}

/**
 * Every name a division may be printed with. A former name leads to the division that took its place, with the last
 * year it was in use.
 *
 * @param divisions the divisions in use
 * @param rows of former-divisions.csv and division-aliases.csv
 * @throws {RangeError} if a row names a division that is not in use
 */
export function toNamedDivisions(
  divisions: readonly Division[],
  rows: Pick<LookupRows, 'former-divisions' | 'division-aliases'>,
): readonly NamedDivision[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]))
  const find = (code: string, name: string): Division => {
    const division = byCode.get(code)
    if (division === undefined) throw new RangeError(`Cannot read "${name}": "${code}" must be a division in use`)
    return division
  }
  const official = divisions.map((division) => ({ name: division.name, division }))
  const short = divisions.flatMap((division): NamedDivision[] => {
    const name = toShortForm(division.name)
    return name === null ? [] : [{ name, division }]
  })
  const aliases = rows['division-aliases'].map(({ name, code }) => ({ name, division: find(code, name) }))
  const former = rows['former-divisions']
    .filter((row) => row.former_name !== row.name)
    .map(({ former_name: name, code, until, change }) => ({
      name,
      division: { ...find(code, name), until: Number(until), isMerged: change === 'merged' },
    }))
  return [...official, ...short, ...aliases, ...former]
}
