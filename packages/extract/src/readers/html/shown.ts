import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { limits } from '../../limits.ts'
import { isUnseen } from './hidden.ts'
import { takeOut, textOf } from './tree.ts'

/** Elements that never hold text of the report. */
const neverShown =
  'head, script, style, noscript, template, iframe, object, embed, svg, math, title, select, option, button'

/**
 * Takes out of a page what nobody sees on it, so that no later step has to ask: scripts and controls, hidden elements,
 * raised marks of footnotes. Fields stay where a text is typed in: some pages show their figures in fields.
 */
export function keepShown($: CheerioAPI): void {
  const sheets = $('style')
    .toArray()
    .map((sheet) => $(sheet).text())
  takeOut($(neverShown))
  takeOut($('[hidden]'))
  takeOut($('[style]').filter((_, { attribs }) => isUnseen(attribs['style'] ?? '')))
  takeOut($('input').filter((_, { attribs }) => !['text', 'number', ''].includes(attribs['type'] ?? '')))
  for (const selector of findHidingSelectors(sheets)) takeOut(select($, selector))
  takeOut($('sup').filter((_, mark) => noteMark.test(textOf(mark).trim())))
}

/** A raised mark of a footnote: beside a number it would read as a digit. */
const noteMark = /^[[(（〔]?\s*(?:注?\s*\d{0,2}|[①-⑳*＊])\s*[\])）〕]?$/

/** Elements that a style sheet hides, except where they are most of the page: scripts show such parts again. */
function select($: CheerioAPI, selector: string): readonly Element[] {
  const found = $<Element, string>(selector)
  return found.text().length * 2 < $.root().text().length ? found.toArray() : []
}

/** A selector of one class or id; a reader without a layout cannot weigh others. */
const simple = /^([a-z][\w-]*)?[.#][\w-]+$/i

/** Selectors by which the page's own style sheets hide. Rules inside @media are passed over: most are for print. */
function findHidingSelectors(sheets: readonly string[]): readonly string[] {
  const rules = sheets
    .filter(({ length }) => length <= limits.styleSheet)
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const found = [...rules.matchAll(/([^{}]{1,300})\{([^{}]{0,2000})\}/g)].flatMap(([, selectors = '', style = '']) =>
    isUnseen(style) ? selectors.split(',').map((one) => one.trim()) : [],
  )
  return [...new Set(found)].filter((selector) => simple.test(selector)).slice(0, limits.selectors)
}
