import type { Count } from '../chart/counts.ts'
import type { ReportRow } from '../data/rows.ts'
import { both } from '../words/messages.ts'

/** Reports by whether they kept the deadline. */
export function toPunctuality(reports: readonly ReportRow[]): readonly Count[] {
  const days = reports.map(({ days_late }) => days_late)
  return [
    { label: both('onTime'), count: days.filter((day) => day !== null && day <= 0).length },
    { label: both('late'), count: days.filter((day) => day !== null && day > 0).length },
    { label: both('undated'), count: days.filter((day) => day === null).length },
  ]
}
