import { issueCodes } from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'
import { add, once, toCounts } from './tally.ts'

/** Issues of every document by code, most first. */
export const readIssueCounts = once(async () => {
  const tally = new Map<string, number>()
  await scan('issues', ['code'], ({ code }) => add(tally, code))
  return toCounts(tally, issueCodes)
})
