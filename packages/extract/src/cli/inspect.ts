/** `npm run inspect -- FILE…`: one document for a human, or as JSON. Exit 0 read, 1 failing edits, 2 not a report or unreadable. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { isErrorOf } from '@gongkai/disk'
import { ledgerEntrySchema, type ReasonCode, readFlags } from '@gongkai/schema'
import { explainReason } from '../show/explain.ts'
import { inspectWords } from '../show/inspect-sentences.ts'
import { toShownText } from '../show/printable.ts'
import { showReport } from '../show/show-report.ts'
import { fill } from '../text/fill-text.ts'
import { resolveUser } from './corpus/files.ts'
import { openSource } from './corpus/open-source.ts'
import { loadLookups } from './run/load-lookups.ts'
import { openReaderPool } from './run/reader-pool.ts'

const usage = 'npm run inspect -- FILE… [--url ADDRESS] [--lang zh|en] [--json]'
const { flags, positionals } = readCommand()
// A pager that is closed has seen enough; the exit code still says how the documents are.
process.stdout.on('error', (error) => {
  if (!isErrorOf(error, 'EPIPE')) throw error
})
const pool = openReaderPool()
const codes: number[] = []
for (const file of positionals) codes.push(await inspect(file))
await pool.close()
process.exitCode = Math.max(...codes)

function readCommand() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'zh' },
        url: { type: 'string' },
      },
      allowPositionals: true,
    })
    if (positionals.length === 0) throw new Error('one FILE is required')
    loadLookups() // what is refused is said here, once, and not for each file
    return { flags: readFlags('inspect', values), positionals }
  } catch (error) {
    console.error(`${toShownText(error instanceof Error ? error.message : String(error))}\nUsage: ${usage}`)
    process.exit(2)
  }
}

async function inspect(file: string): Promise<number> {
  const path = resolveUser(file)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return refuse(file, inspectWords.noFile[flags.lang])
  const opened = openSource({ path: basename(path), file: path, url: flags.url ?? null, retrievedAt: null })
  if (!('source' in opened)) return refuse(file, explain(opened.reason, opened.detail))
  const answer = await pool.read(opened.source)
  if (!('line' in answer)) return refuse(file, explain(answer.reason, answer.detail))
  if (answer.fault !== null) console.error(answer.fault)
  const { document, reports } = ledgerEntrySchema.parse(JSON.parse(answer.line))
  const [report] = reports
  if (!report) return refuse(file, explain(document.reason, document.detail))
  console.log(flags.json ? JSON.stringify(report, null, 2) : showReport(document, report, flags.lang))
  return report.findings.some((finding) => finding.status === 'fail' && finding.severity === 'must') ? 1 : 0
}

function explain(reason: ReasonCode | null, detail: string | null): string {
  const { why, found, isQuoted } = explainReason(reason, detail, flags.lang)
  if (found === null) return why
  if (flags.lang === 'zh') return isQuoted ? `${why}，文中印有${found}` : `${why}（加 --lang en 可看详情）`
  return `${why} (${found})`
}

function refuse(file: string, why: string): number {
  console.error(fill(inspectWords.refused, { file: toShownText(file), why: toShownText(why) })[flags.lang])
  return 2
}
