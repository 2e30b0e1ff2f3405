import { docxLayouts } from './docx.ts'
import { moreDocxLayouts } from './docx-more.ts'
import { takenDocxLayouts } from './docx-taken.ts'
import { htmlLayouts } from './html.ts'
import { moreHtmlLayouts } from './html-more.ts'
import { takenHtmlLayouts } from './html-taken.ts'
import { wholeHtmlLayouts } from './html-whole.ts'
import type { Layout } from './layout.ts'
import { toRandom } from './random.ts'
import { addScores, emptyScore, type Score } from './score.ts'
import { toStory } from './story.ts'
import { textLayouts } from './text.ts'
import { damageLayouts } from './text-damage.ts'
import { listLayouts } from './text-lists.ts'
import { pdfTextLayouts } from './text-pdf.ts'
import { pipeLayouts } from './text-pipes.ts'
import { rowLayouts } from './text-rows.ts'
import { type Truth, toTruth } from './truth.ts'

export const layouts: readonly Layout[] = [
  ...textLayouts,
  ...damageLayouts,
  ...pdfTextLayouts,
  ...pipeLayouts,
  ...rowLayouts,
  ...listLayouts,
  ...htmlLayouts,
  ...moreHtmlLayouts,
  ...docxLayouts,
  ...moreDocxLayouts,
  ...takenHtmlLayouts,
  ...wholeHtmlLayouts,
  ...takenDocxLayouts,
]

export interface GeneratedDocument {
  readonly layout: Layout
  readonly truth: Truth
  readonly bytes: Uint8Array
}

/** One document: the seed and the layout decide everything in it. */
export function generateDocument(layout: Layout, seed: number): GeneratedDocument {
  const random = toRandom(seed)
  const made = toTruth(random)
  const truth = layout.adapt?.(made, random) ?? made
  return { layout, truth, bytes: layout.render(toStory(truth), random) }
}

export const sumScores = (scores: readonly Score[]): Score => scores.reduce(addScores, emptyScore)
