/** `npm run add -- FILE --url U --retrieved DATE`: copies a document into the corpus, with its row of the manifest. */
import { spawnSync } from 'node:child_process'
import { constants, copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { explaining } from '@gongkai/disk'
import { type ManifestRow, readFlags } from '@gongkai/schema'
import { limits } from '../limits.ts'
import { toRedacted } from '../repair/privacy.ts'
import { toShownText } from '../show/printable.ts'
import { addManifestRow } from './corpus/add-manifest-row.ts'
import { inRepository, resolveUser, sizeOf, toSha256 } from './corpus/files.ts'
import { type CorpusEntry, listCorpus } from './corpus/list-corpus.ts'

const usage = 'npm run add -- FILE --url URL --retrieved YYYY-MM-DD [--name NAME] [--corpus DIR]'

try {
  const { values, positionals } = parseArgs({
    options: {
      url: { type: 'string' },
      retrieved: { type: 'string' },
      name: { type: 'string' },
      corpus: { type: 'string' },
    },
    allowPositionals: true,
  })
  const [file, ...others] = positionals
  if (!file || others.length > 0) throw new Error('one FILE is required')
  const flags = readFlags('add', values)
  const corpus = flags.corpus === undefined ? inRepository('data/corpus') : resolveUser(flags.corpus)
  const name = toName(flags.name ?? basename(file))
  const row = { file: name, source_url: flags.url, retrieved_at: flags.retrieved }
  addDocument(resolveUser(file), corpus, row)
  console.log(`Added "${toShownText(name)}"\n`)
  const inspect = fileURLToPath(new URL('./inspect.ts', import.meta.url))
  spawnSync(process.execPath, [inspect, join(corpus, name), '--url', flags.url], { stdio: 'inherit' })
} catch (error) {
  console.error(`Cannot add: ${toShownText(error instanceof Error ? error.message : String(error))}\nUsage: ${usage}`)
  process.exitCode = 2
}

/** A name that no program takes for an option, a formula or a path, and that names nobody. */
function toName(name: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._()（）-]{0,150}$/u.test(name) || name === 'manifest.csv') {
    throw new Error(`"${name}" is no good name: letters, digits, spaces and . _ - ( ) are; give another with --name`)
  }
  if (toRedacted(name) !== name) throw new Error('the name holds personal data; give another with --name')
  return name
}

/** Nothing is written until all is known to fit; the manifest is replaced in one step. */
function addDocument(file: string, corpus: string, row: ManifestRow): void {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new Error(`"${file}" is not a file`)
  if (!statSync(corpus, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`"${corpus}" is not a folder`)
  const size = statSync(file).size
  if (size > limits.fileBytes) throw new Error(`"${file}" has ${size} bytes, the limit is ${limits.fileBytes}`)
  const target = join(corpus, row.file)
  const sum = toSha256(readFileSync(file))
  const isThere = existsSync(target)
  if (isThere && toSha256(readFileSync(target)) !== sum) throw new Error(`"${row.file}" is there with other content`)
  const twin = isThere ? undefined : findTwin(corpus, sum, size)
  if (twin !== undefined) throw new Error(`the same content is there as "${twin}"`)
  const manifest = join(corpus, 'manifest.csv')
  const text = addManifestRow(existsSync(manifest) ? readFileSync(manifest, 'utf8') : '', row)
  try {
    if (!isThere) explaining('write', target, () => copyFileSync(file, target, constants.COPYFILE_EXCL))
    explaining('write', manifest, () => {
      writeFileSync(`${manifest}.next`, text)
      renameSync(`${manifest}.next`, manifest)
    })
  } catch (error) {
    // What was written in part would be a document, or an entry, of the corpus.
    if (!isThere) rmSync(target, { force: true })
    rmSync(`${manifest}.next`, { force: true })
    throw error
  }
}

/** Path of a file of the corpus with the same bytes. */
function findTwin(corpus: string, sum: string, size: number): string | undefined {
  const isSame = ({ file, oddity }: CorpusEntry) =>
    oddity === null && sizeOf(file) === size && toSha256(readFileSync(file)) === sum
  return listCorpus(corpus).find(isSame)?.path
}
