import { type AgencyFile, readAgencyFile } from '@gongkai/schema/browser'
import { fetchFile } from '../packs/fetch-file.ts'

/** Reads the file of an agency; undefined where the site has none. */
async function fetchAgency(base: string, agencyId: string): Promise<AgencyFile | undefined> {
  const response = await fetchFile(base, `agency/${encodeURIComponent(agencyId)}.json`)
  if (response.status === 404) return undefined
  if (!response.ok) throw new Error(`Cannot read "${agencyId}": the host answered ${response.status}`)
  return readAgencyFile(await response.json())
}

/** Reads files of agencies, each once. */
export function toReader(base: string): (agencyId: string) => Promise<AgencyFile | undefined> {
  const held = new Map<string, Promise<AgencyFile | undefined>>()
  return (agencyId) => {
    const known = held.get(agencyId) ?? fetchAgency(base, agencyId)
    held.set(agencyId, known)
    // A file that could not be read is asked for again.
    known.catch(() => held.delete(agencyId))
    return known
  }
}
