import { isUnseen } from './tree.ts'

const simple = /^(?:[a-z][\w-]*)?[.#][\w-]+$/i

/**
 * Selectors of one class or id that the page's own style sheets hide. Rules inside @media are passed over: most are
 * for print; so is everything that is not one simple selector, which a reader without a layout cannot weigh.
 */
export function findHiddenSelectors(source: string): readonly string[] {
  const rules = findSheets(source)
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
  const plain = rules.replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const found = [...plain.matchAll(/([^{}]{1,300})\{([^{}]{0,2000})\}/g)].flatMap(([, selectors = '', style = '']) =>
    isUnseen(style) ? selectors.split(',').map((one) => one.trim()) : [],
  )
  return [...new Set(found)].filter((selector) => simple.test(selector))
}

const longestSheet = 200_000
const opening = /<style\b[^>]*>/gi
const closing = /<\/style>/gi

/** The page's own style sheets; one that is not closed within reach is none. */
function findSheets(source: string): readonly string[] {
  const sheets: string[] = []
  opening.lastIndex = 0
  for (let tag = opening.exec(source); tag !== null; tag = opening.exec(source)) {
    const start = opening.lastIndex
    closing.lastIndex = start
    const end = closing.exec(source)?.index
    if (end === undefined) break
    if (end - start > longestSheet) continue
    sheets.push(source.slice(start, end))
    opening.lastIndex = closing.lastIndex
  }
  return sheets
}
