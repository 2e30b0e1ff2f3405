import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readFlags, signatureFile } from '@gongkai/schema'
import { signDataset } from '../index.ts'

const usage = 'npm run sign -- DIR --key PRIVATE.pem'

try {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
  const flags = readFlags('sign', { folder: positionals[0], ...values })
  const standing = process.env['INIT_CWD'] ?? process.cwd()
  const folder = resolve(standing, flags.folder)
  await signDataset(folder, resolve(standing, flags.key))
  process.stdout.write(`Written: ${join(folder, signatureFile)}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}\n`)
  process.exitCode = 2
}
