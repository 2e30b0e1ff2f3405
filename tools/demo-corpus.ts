/** Writes a corpus of invented documents into a new folder: `node tools/demo-corpus.ts DIR --reports 400`. */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readFlags } from '../packages/schema/src/index.ts'
import { drawDocuments } from './demo/documents.ts'
import { writeCorpus } from './demo/write-corpus.ts'

try {
  const { values, positionals } = parseArgs({
    options: { reports: { type: 'string', default: '400' } },
    allowPositionals: true,
  })
  const [folder = ''] = positionals
  const { reports } = readFlags('demo', { ...values, port: '0' })
  if (folder === '' || existsSync(folder)) throw new Error(`"${folder}" must be a folder that is not there yet`)
  const files = drawDocuments(reports)
  writeCorpus(folder, files)
  console.log(`Written: ${files.length} invented files in ${folder}`)
} catch (error) {
  console.error(`Cannot write a corpus: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
