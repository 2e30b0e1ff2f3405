/**
 * Prints the PDF documents of the test corpus by a browser, from invented reports. Their bytes differ with the browser and
 * the day, so that they are printed once and kept.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { launchBrowser } from '../../../test/support/browser.ts'
import { pdfLayouts, printPdf } from '../test/generate/pdf.ts'
import { toRandom } from '../test/generate/random.ts'
import { toStory } from '../test/generate/story.ts'
import { toTruth } from '../test/generate/truth.ts'

/** Folder below test/corpus, layout, agency, seed. */
const documents: readonly (readonly [string, string, string, number])[] = [
  ['pdf-table-over-pages-with-page-numbers', 'page-numbers', '宕昌县水务局', 51],
  ['pdf-heads-repeated-on-each-page', 'repeated-heads', '文县民政局', 52],
  ['pdf-table-of-three-lines', 'three-lines', '徽县财政局', 53],
  ['pdf-labels-that-run-down-behind-a-watermark', 'vertical-labels', '两当县司法局', 54],
]

const browser = await launchBrowser()
try {
  for (const [folder, id, agency, seed] of documents) {
    const layout = pdfLayouts.find((one) => one.id === id)
    if (!layout) throw new RangeError(`No layout is called "${id}"`)
    const mark = pdfLayouts.find((one) => one.id === 'watermark')
    const marked =
      folder.includes('watermark') && mark ? { ...layout, css: layout.css + mark.css, extra: mark.extra } : layout
    const story = toStory({ ...toTruth(toRandom(seed)), agency })
    const target = new URL(`../test/corpus/${folder}/`, import.meta.url)
    mkdirSync(target, { recursive: true })
    writeFileSync(
      new URL('source.pdf', target),
      await printPdf(browser, story, { ...marked, extra: marked.extra ?? '' }),
    )
  }
} finally {
  await browser.close()
}
console.log(`${documents.length} documents`)
