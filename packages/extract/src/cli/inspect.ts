/** `npm run inspect -- FILE…`: one document for a human, or as JSON. Exit 0 read, 1 failing edits, 2 not a report or unreadable. */
import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type LedgerEntry, reasonCodes } from '@gongkai/schema'
import { extractDocument } from '../extract-document.ts'
import { limits } from '../limits.ts'
import { loadLookups, loadSource, resolveUser } from './disk.ts'
import { isLanguage, languages } from './inspect-words.ts'
import { showReport } from './show-report.ts'
import { toShownText } from './terminal.ts'

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, lang: { type: 'string', default: 'zh' } },
  allowPositionals: true,
})
const language = isLanguage(values.lang) ? values.lang : undefined
if (positionals.length === 0 || language === undefined) {
  console.error(`Usage: npm run inspect -- FILE… [--lang ${languages.join('|')}] [--json]`)
  process.exit(2)
}
const lookups = loadLookups()
process.exitCode = Math.max(...positionals.map(inspect))

function inspect(file: string): number {
  const path = resolveUser(file)
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile()) return refuse(file, 'no such file')
  if (stat.size > limits.fileBytes) return refuse(file, `${stat.size} bytes, the limit is ${limits.fileBytes}`)
  const entry = extractDocument(loadSource({ path: basename(path), file: path }, new Map()), lookups)
  const [report] = entry.reports
  if (!report) return refuse(file, explain(entry))
  console.log(values.json ? JSON.stringify(report, null, 2) : showReport(entry.document, report, language ?? 'zh'))
  return report.findings.some((finding) => finding.status === 'fail' && finding.severity === 'must') ? 1 : 0
}

function explain({ document }: LedgerEntry): string {
  const reason = document.reason ? reasonCodes[document.reason][language ?? 'zh'] : document.status
  return document.detail ? `${reason} (${document.detail})` : reason
}

function refuse(file: string, why: string): number {
  console.error(`Cannot read "${toShownText(file)}": ${toShownText(why)}`)
  return 2
}
