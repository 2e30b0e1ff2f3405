/**
 * Writes a compressed file beside each file of a built site that shrinks: `npm run compress -- --folder apps/site/dist`.
 *
 * `npm run serve` sends them, and so does nginx with `gzip_static on`. Run it again after each build. The same file gives
 * the same bytes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { readFlags } from '../packages/schema/src/index.ts'
import { isCompressible } from './preview/media-types.ts'

/** Below this many bytes, a file takes one packet in any case. */
const least = 1_000

/** Compresses what shrinks. @returns files written, and their bytes before and after */
function compressFolder(folder: string) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const done = { files: 0, before: 0, after: 0 }
  for (const path of paths.filter(isCompressible)) {
    const bytes = readFileSync(path)
    const packed = bytes.length < least ? bytes : gzipSync(bytes, { level: 9 })
    if (packed.length >= bytes.length) continue
    writeFileSync(`${path}.gz`, packed)
    done.files += 1
    done.before += bytes.length
    done.after += packed.length
  }
  return done
}

try {
  const { values } = parseArgs({
    options: { folder: { type: 'string', default: join(import.meta.dirname, '../apps/site/dist') } },
  })
  const { folder } = readFlags('compress', values)
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`"${folder}" must hold a built site`)
  const { files, before, after } = compressFolder(folder)
  console.log(`${files} files · ${before} bytes · ${after} compressed`)
} catch (error) {
  console.error(`Cannot compress: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
