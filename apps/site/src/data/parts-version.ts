import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPackage } from '@gongkai/extract/browser'
import { readLookupFile } from './lookups.ts'

/** What stands behind the addresses of parts whose names hold no digest: the lookups and the PDF library, by version. */
export function readPartsVersion(): string {
  const { version } = JSON.parse(readFileSync(join(findPackage().data, 'package.json'), 'utf8')) as { version: string }
  return `${readLookupFile().version}-${version}`
}
