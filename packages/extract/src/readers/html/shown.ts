import type { CheerioAPI } from 'cheerio'
import { isNoteMark, numeral } from '../cell-text.ts'
import { replaceControls } from './controls.ts'
import { hidesBy, inherited, isGone, isRaised, isStruck, isTransparent, isWhite, mayDecide } from './hidden.ts'
import { openRoots } from './roots.ts'
import { readStyles, type Styles } from './style.ts'
import { Survey } from './survey.ts'
import {
  type ChildNode,
  childrenOf,
  closest,
  type Element,
  elementsOf,
  exchange,
  isTag,
  isText,
  setChildren,
  Trace,
  takeOut,
  textOf,
} from './tree.ts'

/** Elements that never hold text of the report. */
const neverShown = 'head script style noscript template title datalist noframes noembed rp'.split(' ')

/**
 * Takes out of a page what nobody sees on it, so that no later step has to ask: scripts, hidden and struck-out elements,
 * raised marks of footnotes, pictures. What held a number leaves a trace in its cell.
 */
export function keepShown($: CheerioAPI): void {
  const root = $.root()[0]
  if (!root) return
  if ($('template, noscript').length > 0) openRoots($, root)
  const page = new Survey(root)
  const styles = readStyles($, page, mayDecide)
  takeOut(page.of(...neverShown))
  replaceControls($, page)
  for (const one of styles.printed) setChildren(one, [new Trace(true), ...one.children])
  take([...page.of('rt'), ...page.marked.filter(isPutAway)])
  const isBeside = openBesideText()
  take([...styles.suspects, ...page.of('font')].flatMap((element) => findHidden(element, styles, isBeside)))
  takeStruck($, page, styles)
  takeRaised(page, styles)
}

/** Hidden until something is done, by what the element itself says. */
const isPutAway = ({ name, attribs }: Element): boolean =>
  'hidden' in attribs ||
  'popover' in attribs ||
  attribs['role'] === 'tooltip' ||
  (name === 'dialog' && !('open' in attribs))

const cells: ReadonlySet<string> = new Set(['td', 'th'])

/** Longer texts are no value of a cell. */
const longestValue = 60

/** Takes nodes out; what may have been a value leaves a trace. */
function take(nodes: readonly ChildNode[]): void {
  exchange(new Map(nodes.map((node) => [node, mayBeValue(node) ? [new Trace(false)] : []])))
}

function mayBeValue(node: ChildNode): boolean {
  if (node instanceof Trace) return true
  const text = isText(node) ? node.data : textOf(node, 'seen')
  return text.trim().length <= longestValue && (numeral.test(text) || holdsSeen(node))
}

const holdsSeen = (node: ChildNode): boolean =>
  childrenOf(node).some((child) => child instanceof Trace || holdsSeen(child))

/** What is hidden of an element: all of it; of a cell that keeps its place, what stands in it. */
function findHidden(element: Element, styles: Styles, isBeside: IsBeside): readonly ChildNode[] {
  const style = styles.of(element)
  const whole = cells.has(element.name) && style.get('display') !== 'none' ? childrenOf(element) : [element]
  if (isGone(style) || isUnprinted(element, styles, isBeside)) return whole
  const property = inherited.find((one) => hidesBy(style, one))
  if (property === undefined) return []
  return showsAgain(element, property, styles) ? findInherited(element, property, styles) : whole
}

/** Whether something inside an element declares for itself what would hide it. */
const showsAgain = (element: Element, property: string, styles: Styles): boolean =>
  elementsOf(element).some((child) => styles.of(child).has(property) || showsAgain(child, property, styles))

/** The parts of an element that hide with it, because they declare nothing else. */
const findInherited = (element: Element, property: string, styles: Styles): readonly ChildNode[] =>
  childrenOf(element).flatMap((child) => {
    if (!isTag(child)) return [child]
    return styles.of(child).has(property) ? [] : findInherited(child, property, styles)
  })

/** Whether the colour of an element cannot be told from the paper, and it would be read as part of a number or a value. */
function isUnprinted(element: Element, styles: Styles, isBeside: IsBeside): boolean {
  const color =
    (element.name === 'font' ? element.attribs['color'] : undefined) ?? styles.of(element).get('color') ?? ''
  const isPale = isTransparent(color) ? color !== 'inherit' : isWhite(color.toLowerCase()) && isOnPaper(element, styles)
  if (!isPale || showsAgain(element, 'color', styles)) return false
  const text = textOf(element)
  return isBeside(element) || (numeral.test(text) && !/\p{Script=Han}{2}/u.test(text))
}

/** Whether what lies behind an element is white, as far as the page says. */
function isOnPaper(element: Element, styles: Styles): boolean {
  for (let at: Element | undefined = element; at; at = at.parent && isTag(at.parent) ? at.parent : undefined) {
    const paint = styles.of(at).get('background') ?? at.attribs['bgcolor']?.toLowerCase() ?? ''
    if (paint.includes('url(') || at.attribs['background'] !== undefined) return false
    if (paint !== '' && !isTransparent(paint)) return isWhite(paint)
  }
  return true
}

type IsBeside = (element: Element) => boolean

/** Tells whether an element is only a part of what its cell says, while no cell changes; the text of each cell is taken once. */
function openBesideText(): IsBeside {
  const texts = new Map<Element, string>()
  return (element) => {
    const cell = closest(element, cells)
    if (cell === undefined || cell === element) return false
    const text = texts.get(cell) ?? textOf(cell, 'seen').trim()
    texts.set(cell, text)
    return text !== textOf(element, 'seen').trim()
  }
}

/** What is struck out, by its element or by its style; where it is most of the page, an end tag is missing. */
function takeStruck($: CheerioAPI, page: Survey, styles: Styles): void {
  const named = page.of('s', 'strike', 'del').filter((one) => styles.of(one).get('text-decoration') !== 'none')
  const struck = [...named, ...[...styles.suspects].filter((one) => isStruck(styles.of(one)))]
  if (struck.length === 0) return
  const length = struck.reduce((sum, one) => sum + textOf(one).length, 0)
  if (length * 2 >= $.root().text().length) return
  take(struck.flatMap((one) => (cells.has(one.name) ? childrenOf(one) : [one])))
}

/** Raised marks of footnotes go; another raised number leaves its cell without a value. */
function takeRaised(page: Survey, styles: Styles): void {
  const named = page.of('sup', 'sub')
  const styled = [...styles.suspects].filter((one) => !cells.has(one.name) && isRaised(styles.of(one)))
  const known = new Set(named)
  const isBeside = openBesideText()
  const raised = [...named, ...styled.filter((one) => !known.has(one) && isBeside(one))]
  const inCells = raised.filter((one) => closest(one, cells) !== undefined)
  const marks = new Set(raised.filter((one) => isNoteMark(textOf(one).trim())))
  const numbers = inCells.filter((one) => !marks.has(one) && numeral.test(textOf(one)))
  take([...marks].filter((one) => one.name !== 'sub' || closest(one, cells) !== undefined))
  exchange(new Map(numbers.map((one) => [one, [new Trace(true), one]])))
}
