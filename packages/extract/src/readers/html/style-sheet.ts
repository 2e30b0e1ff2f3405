import { isUnseen } from './tree.ts'

const simple = /^(?:[a-z][\w-]*)?[.#][\w-]+$/i

/**
 * Selectors of one class or id that the page's own style sheets hide. Rules inside @media are passed over: most are
 * for print; so is everything that is not one simple selector, which a reader without a layout cannot weigh.
 */
export function findHiddenSelectors(source: string): readonly string[] {
  const sheets = [...source.matchAll(/<style\b[^>]*>([\s\S]{0,200000}?)<\/style>/gi)].map((match) => match[1] ?? '')
  const rules = sheets.join('\n').replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
  const plain = rules.replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const found = [...plain.matchAll(/([^{}]{1,300})\{([^{}]{0,2000})\}/g)].flatMap(([, selectors = '', style = '']) =>
    isUnseen(style) ? selectors.split(',').map((one) => one.trim()) : [],
  )
  return [...new Set(found)].filter((selector) => simple.test(selector))
}
