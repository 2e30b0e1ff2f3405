import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { largestPack } from '../src/packs/format.ts'
import type { PageFile } from './kept-pages.ts'

const compress = promisify(gzip)

/** Compresses a file below a folder to the same bytes on every system. */
export async function squashFile(folder: string, path: string): Promise<PageFile> {
  const bytes = await compress(readFileSync(join(folder, path)))
  // The header names the system that compressed it; 255 says that it is unknown.
  bytes[9] = 255
  return [path, bytes]
}

/** Whether a compressed file may stand in a pack. */
export const fitsPack = ([, bytes]: PageFile): boolean => bytes.length <= largestPack
