import { listDatasetFiles, readDataVersion } from '../data/files.ts'
import { readReleaseDate } from '../data/release.ts'
import { readReports } from '../data/reports.ts'
import type { Described } from './catalog.ts'

/** What there is to say of the dataset. */
export async function readDescribed(site: URL | undefined): Promise<Described> {
  const reports = await readReports()
  const years = [...new Set(reports.flatMap(({ year }) => year ?? []))].toSorted((a, b) => b - a)
  const [files, version, release] = await Promise.all([listDatasetFiles(), readDataVersion(), readReleaseDate()])
  return { files, years, version, release, site }
}
