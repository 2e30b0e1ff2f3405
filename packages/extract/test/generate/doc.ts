import { readFileSync } from 'node:fs'
import { type DocTemplate, docTemplates } from './fodt.ts'
import { type Random, toRandom } from './random.ts'
import { type Truth, toPrint, toTruth, withoutBlanks } from './truth.ts'

/** A legacy Word document whose numbers are put in: bytes that an office suite wrote once, with other digits. */
export interface DocLayout {
  readonly id: string
  readonly template: DocTemplate
}

export const docLayouts: readonly DocLayout[] = docTemplates.map((template) => ({ id: template.id, template }))

/** Digits of a number that stands for others in a template; shorter ones are filled up with blanks. */
const width = 9

/** A report of the newest form, whose cells hold numbers that occur nowhere else. */
export function toTemplateTruth(seed: number): Truth {
  const truth = findTruth(toRandom(seed))
  const prints = [...truth.prints.keys()].map((key, i) => [key, toPrint(10 ** (width - 1) + 1 + i)] as const)
  return { ...truth, prints: new Map(prints) }
}

/** The templates are of one edition: other reports are passed over. */
function findTruth(random: Random): Truth {
  for (;;) {
    const truth = toTruth(random)
    if (truth.requests === '2021' && truth.disclosure === '2021') return truth
  }
}

/** A document of a layout, and what it prints. */
export function generateDoc(layout: DocLayout, seed: number): { readonly truth: Truth; readonly bytes: Uint8Array } {
  const made = findTruth(toRandom(seed))
  // Beside a digit that is hidden, a blank cell would be a cell in doubt.
  const truth = layout.template.toValue ? withoutBlanks(made) : made
  const bytes = Buffer.from(readFileSync(new URL(`doc/${layout.id}.doc`, import.meta.url)))
  let i = 0
  for (const { raw } of truth.prints.values()) {
    const sign = Buffer.from(String(10 ** (width - 1) + 1 + i++), 'utf16le')
    const at = bytes.indexOf(sign)
    if (at < 0 || raw.length > width) throw new RangeError(`Cannot write "${raw}" into template "${layout.id}"`)
    bytes.write(raw.padEnd(width), at, 'utf16le')
  }
  return { truth, bytes: new Uint8Array(bytes) }
}
