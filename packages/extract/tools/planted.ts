/** Plants contradictions, late reports, rules out of scope and other faults in generated reports, and counts what the checks make of them. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readToolFlags } from '../../../tools/command/flags.ts'
import { drawPlanted, faults } from '../test/generate/planted.ts'
import { scorePlanted } from '../test/generate/read-planted.ts'

const flags = readToolFlags('npm run planted --', { each: 60, seed: 1, samples: false, markdown: false, write: '' })
const { each, seed } = flags
const endings = { text: 'txt', html: 'html', docx: 'docx' } as const

if (flags.write !== '') writeDocuments(flags.write)
else await printScores()

/** The documents by themselves, for another reader: `<check>-<kind>-<seed>-planted.html`, and the same `-clean`. */
function writeDocuments(folder: string): void {
  mkdirSync(folder, { recursive: true })
  faults.forEach((fault, kind) => {
    for (let i = 0; i < each; i++) {
      const { layout, planted, clean } = drawPlanted(fault, seed + i)
      const name = `${fault.check.replace(/\.$/, '')}-${kind}-${seed + i}`
      writeFileSync(join(folder, `${name}-planted.${endings[layout.format]}`), planted)
      writeFileSync(join(folder, `${name}-clean.${endings[layout.format]}`), clean)
    }
  })
}

async function printScores(): Promise<void> {
  const line = (cells: readonly (string | number)[]): string =>
    flags.markdown
      ? `| ${cells.join(' | ')} |`
      : cells.map((cell, i) => (i === 0 ? String(cell).padEnd(42) : String(cell).padStart(16))).join('')
  if (flags.markdown) console.log('Generated reports with one fault each, and the same reports without it.\n')
  console.log(line(['what was planted', 'check', 'planted', 'found', 'falsely failed']))
  if (flags.markdown) console.log(line(['---', '---', '--:', '--:', '--:']))
  const sum = { planted: 0, found: 0, falselyFailed: 0 }
  for (const fault of faults) {
    const { planted, found, falselyFailed } = await scorePlanted(fault, seed, each)
    const check = fault.check.replace(/\.$/, '')
    console.log(line([fault.id, flags.markdown ? `\`${check}\`` : check, planted, found, falselyFailed.length]))
    if (flags.samples) for (const sample of falselyFailed) console.log(`    ${sample}`)
    sum.planted += planted
    sum.found += found
    sum.falselyFailed += falselyFailed.length
  }
  console.log(line(['all', '', sum.planted, sum.found, sum.falselyFailed]))
  if (sum.falselyFailed > 0) process.exitCode = 1
}
