import { issueCodes } from '@gongkai/schema'
import { scan } from '../data/read-rows.ts'
import { add, once, type Tally, toCounts } from './tally.ts'

/** Issues of every document by code; what concerns a file as a whole counts for its first report, if it has one. */
export const readIssues = once(async (): Promise<Tally> => {
  const tally = new Map<string, Map<string, number>>()
  const firstOf = new Map<string, string>()
  await scan('documents', ['path', 'report_id'], ({ path, report_id }) => firstOf.set(path, report_id ?? path))
  await scan('issues', ['code', 'path', 'report_id'], ({ code, path, report_id }) =>
    add(tally, code, report_id ?? firstOf.get(path) ?? path),
  )
  return tally
})

/** Issues of every document by code, most first. */
export const readIssueCounts = async () => toCounts(await readIssues(), 'issues', issueCodes)
