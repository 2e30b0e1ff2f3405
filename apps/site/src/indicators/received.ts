import { scan } from '../data/read-rows.ts'

let received: Promise<ReadonlyMap<string, number>> | undefined

async function scanReceived(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  await scan('requests', ['report_id', 'row_id', 'total'], ({ report_id, row_id, total }) => {
    if (row_id === 'new_received' && total !== null) counts.set(report_id, total)
  })
  return counts
}

/** Report id → new requests received, of the reports that print a number there. */
export function readReceived(): Promise<ReadonlyMap<string, number>> {
  received ??= scanReceived()
  return received
}
