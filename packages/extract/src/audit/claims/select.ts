import type { Cell, FormId, Line } from '@gongkai/schema'

/** Bounds on what is looked at in one report; what lies beyond is not claimed. */
export const claimLimits = {
  /** Characters of narrative. */
  characters: 200_000,
  /** Claims of one report. */
  claims: 300,
} as const

/** A paragraph of the narrative. */
export interface Paragraph {
  readonly line: number
  readonly text: string
  /** The subheading the paragraph stands under, empty without one. */
  readonly subheading: string
  /** No section heading was found, so the paragraph may belong to anything. */
  readonly isLoose: boolean
}

const narrative: ReadonlySet<number | null> = new Set([1, 5, 6])
/** Longest line that is taken for a subheading. */
const longestHeading = 30

/**
 * The paragraphs of sections one, five and six. Lines among those that cells were read from are the tables, however
 * they are printed. Where no section heading was found, whole sentences outside the tables are taken, as loose.
 */
export function selectParagraphs(lines: readonly Line[], cells: readonly Cell[]): readonly Paragraph[] {
  const isLoose = lines.every((line) => line.section === null)
  const isTable = tableTest(cells)
  const chosen: Paragraph[] = []
  let subheading = ''
  let left: number = claimLimits.characters
  for (const { line, kind, section, text } of lines) {
    if (kind === 'heading') subheading = ''
    if (kind !== 'paragraph' || text.includes('\t') || isTable(line)) continue
    if (isLoose ? !/[。；]/.test(text) : !narrative.has(section)) continue
    if (text.length <= longestHeading && !/[。；！？]/.test(text) && !/\d\s?[件宗起条份项]/.test(text)) {
      subheading = text
      continue
    }
    left -= text.length
    if (left < 0) break
    chosen.push({ line, text, subheading, isLoose })
  }
  return chosen
}

/** Whether a line lies between the first and the last that cells of one table were read from. */
function tableTest(cells: readonly Cell[]): (line: number) => boolean {
  const spans: { formId: FormId; from: number; to: number }[] = []
  for (const { formId, place } of cells) {
    if (!place) continue
    const { line } = place
    const span = spans.find((one) => one.formId === formId)
    if (!span) spans.push({ formId, from: line, to: line })
    else if (line < span.from) span.from = line
    else if (line > span.to) span.to = line
  }
  return (line) => spans.some(({ from, to }) => line >= from && line <= to)
}
