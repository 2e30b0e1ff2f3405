import { statSync } from 'node:fs'
import { join } from 'node:path'
import { listPaths } from './folders.ts'

/** Files, bytes and the largest file of a built site, of which there may be very many: one folder is open at a time. */
export function measureFolder(folder: string) {
  let [files, bytes, largest] = [0, 0, 0]
  for (const path of listPaths(folder)) {
    const { size } = statSync(join(folder, path))
    files += 1
    bytes += size
    largest = Math.max(largest, size)
  }
  return { files, bytes, largest }
}
