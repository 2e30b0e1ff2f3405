import { readWhere, scan } from './read-rows.ts'
import type { FindingRow, MessageRow } from './rows.ts'

type Said = Pick<MessageRow, 'message_zh' | 'message_en'>

/** What is said of checks that did not fail: no page says it, and it is most of what is said. */
const unsaid: Said = { message_zh: '', message_en: '' }

let messages: Promise<ReadonlyMap<string, Said>> | undefined

/** Message id → what is said, of the checks that failed. */
async function scanMessages(): Promise<ReadonlyMap<string, Said>> {
  const failing = new Set<string>()
  await scan('findings', ['status', 'message_id'], ({ status, message_id }) => {
    if (status === 'fail') failing.add(message_id)
  })
  const said = new Map<string, Said>()
  await scan('messages', ['message_id', 'message_zh', 'message_en'], ({ message_id, message_zh, message_en }) => {
    if (failing.has(message_id)) said.set(message_id, { message_zh, message_en })
  })
  return said
}

/**
 * The findings of one report, with what is said of those that fail: the dataset holds a message once for all findings
 * that say it.
 *
 * @throws {RangeError} if the dataset lacks the message of a finding that fails
 */
export async function readFindings(reportId: string): Promise<readonly FindingRow[]> {
  messages ??= scanMessages()
  const [findings, byId] = await Promise.all([readWhere('findings', 'report_id', reportId), messages])
  return findings.map((finding) => {
    if (finding.status !== 'fail') return { ...finding, ...unsaid }
    const said = byId.get(finding.message_id)
    if (!said)
      throw new RangeError(`Cannot show "${finding.check_id}" of "${reportId}": no message "${finding.message_id}"`)
    return { ...finding, ...said }
  })
}
