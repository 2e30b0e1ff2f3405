// blanks kept in the no-rules kinds
import { launchBrowser } from '/tmp/h15/test/support/browser.ts'
import { pdfLayouts, printPdf } from '/tmp/h15/packages/extract/test/generate/pdf.ts'
import { toRandom } from '/tmp/h15/packages/extract/test/generate/random.ts'
import { toStory } from '/tmp/h15/packages/extract/test/generate/story.ts'
import { toTruth } from '/tmp/h15/packages/extract/test/generate/truth.ts'
import { scoreReport } from '/tmp/h15/packages/extract/test/generate/score.ts'
import { extractDocument } from '/tmp/h15/packages/extract/src/index.ts'
import { loadLookups } from '/tmp/h15/packages/extract/src/cli/run/load-lookups.ts'
import { writeFileSync } from 'node:fs'
const lookups = loadLookups(); const browser = await launchBrowser()
const n = +(process.argv[2] ?? 6)
for (const id of (process.argv[3] ?? 'no-rules,three-lines,striped,frame-alone,lines-across,lines-down').split(',')) { const layout = pdfLayouts.find((l) => l.id === id)!
  let t = { printed: 0, exact: 0, missed: 0, flagged: 0, silent: 0 }; const samples: string[] = []
  for (let s = 0; s < n; s++) { const truth = toTruth(toRandom(4000 + s)); const blanks = [...truth.prints.values()].filter((p) => p.raw === '').length
    const bytes = await printPdf(browser, toStory(truth), layout); writeFileSync(`/tmp/h15w/nr-${id}-${s}.pdf`, bytes)
    const e = await extractDocument({ path: 'f', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }, lookups)
    const sc = scoreReport(e.reports[0], truth); for (const k of Object.keys(t)) (t as any)[k] += (sc as any)[k]; samples.push(`seed ${s} blanks ${blanks} missed ${sc.missed} silent ${sc.silent} ${sc.samples.slice(0, 2).join(' | ')} ${(e.reports[0]?.issues ?? []).filter((x) => /ragged|unread|missing/.test(x.code)).map((x) => x.code + ':' + (x.key ?? '')).slice(0, 30).join(' ')}`) }
  console.log(id, JSON.stringify(t)); for (const x of samples) console.log('  ', x.slice(0, 700)) }
await browser.close()
