import { repairKinds } from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'
import { add, once, type Tally, toCounts } from './tally.ts'

/** Repairs of every report by kind. */
export const readRepairs = once(async (): Promise<Tally> => {
  const tally = new Map<string, Map<string, number>>()
  await scan('repairs', ['report_id', 'kind'], ({ report_id, kind }) => add(tally, kind, report_id))
  return tally
})

/** Repairs of every report by kind, most first. */
export const readRepairCounts = async () => toCounts(await readRepairs(), 'repairs', repairKinds)
