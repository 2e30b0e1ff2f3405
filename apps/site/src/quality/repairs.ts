import { repairKinds } from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'
import { add, once, toCounts } from './tally.ts'

/** Repairs of every report by kind, most first. */
export const readRepairCounts = once(async () => {
  const tally = new Map<string, number>()
  await scan('repairs', ['kind'], ({ kind }) => add(tally, kind))
  return toCounts(tally, repairKinds)
})

/** Kinds of repair that only a page changed by somebody else needs. */
const foreignKinds: readonly string[] = ['spam', 'mirror']

/** How many reports stood on a page that carries somebody else's words. */
export const countContaminated = once(async (): Promise<number> => {
  const reports = new Set<string>()
  await scan('repairs', ['report_id', 'kind'], ({ report_id, kind }) => {
    if (foreignKinds.includes(kind)) reports.add(report_id)
  })
  return reports.size
})
