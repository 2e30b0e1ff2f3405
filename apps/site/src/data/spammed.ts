import { scan } from './read-rows.ts'

/** Kinds of repair that only a page changed by somebody else needs. */
const foreignKinds: readonly string[] = ['spam', 'mirror']

async function scanSpammed(): Promise<ReadonlyMap<string, number>> {
  const spammed = new Map<string, number>()
  await scan('repairs', ['report_id', 'kind'], ({ report_id, kind }) => {
    if (foreignKinds.includes(kind)) spammed.set(report_id, (spammed.get(report_id) ?? 0) + 1)
  })
  return spammed
}

let held: Promise<ReadonlyMap<string, number>> | undefined

/** Report id → places, of the reports whose page carried words that were not the agency's. */
export function readSpammed(): Promise<ReadonlyMap<string, number>> {
  held ??= scanSpammed()
  return held
}
