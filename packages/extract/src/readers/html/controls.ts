import type { CheerioAPI } from 'cheerio'
import { Text } from 'domhandler'
import type { Survey } from './survey.ts'
import { type ChildNode, closest, type Element, elementsOf, exchange, Trace, textOf } from './tree.ts'

/** What is seen and holds no text that could be read: a number may be drawn in it. */
const drawn = 'img svg canvas object embed iframe video audio meter progress button'.split(' ')
/** Kinds of fields that show what is typed into them; fields of an unknown kind do, too. */
const unwritten: ReadonlySet<string> = new Set(
  'hidden password checkbox radio range color file image button submit reset'.split(' '),
)
const cells: ReadonlySet<string> = new Set(['td', 'th'])

/**
 * Puts in the place of pictures and controls what they show: the chosen option of a list, the digits of a formula, else a
 * trace. Fields stay where a text is typed in: some pages show their figures in fields.
 */
export function replaceControls($: CheerioAPI, page: Survey): void {
  const replaced = new Map<ChildNode, readonly ChildNode[]>()
  for (const one of [...page.of(...drawn), ...page.of('bdo').filter(isTurned)])
    replaced.set(one, isSpacer(one) ? [] : [new Trace(true)])
  for (const one of page.of('input')) if (isUnwritten(one)) replaced.set(one, [new Trace(false)])
  for (const one of page.of('math')) replaced.set(one, [isPlain(one) ? new Text(textOf(one).trim()) : new Trace(true)])
  for (const one of page.of('select')) replaced.set(one, showSelect($, one))
  exchange(replaced)
}

/** Text that is shown from its end. */
const isTurned = ({ attribs }: Element): boolean => /^rtl$/i.test(attribs['dir'] ?? '')

const isUnwritten = ({ attribs }: Element): boolean => unwritten.has((attribs['type'] ?? '').toLowerCase())

/** A picture of a few points keeps other things apart. */
const isSpacer = ({ attribs }: Element): boolean =>
  /^[0-3](?:px)?$/.test(attribs['width'] ?? '') || /^[0-3](?:px)?$/.test(attribs['height'] ?? '')

const plainParts: ReadonlySet<string> = new Set(['mrow', 'mstyle', 'mn', 'mtext', 'mi', 'mo', 'mspace', 'semantics'])

/** A formula without fractions, powers or the like: what it shows is its text. */
const isPlain = (formula: Element): boolean =>
  elementsOf(formula).every((child) => plainParts.has(child.name) && isPlain(child))

/** The option that a list shows: the last that is selected, else the first. In a cell of numbers it is the value. */
function showSelect($: CheerioAPI, select: Element): readonly ChildNode[] {
  const options = $(select).find('option').toArray()
  if (!options.some((option) => /\d/.test(textOf(option)))) return []
  const chosen = options.findLast(({ attribs }) => attribs['selected'] !== undefined)
  const isOpen = select.attribs['multiple'] !== undefined || Number(select.attribs['size'] ?? 1) > 1
  const shown = isOpen ? undefined : (chosen ?? options[0])
  return closest(select, cells) && shown ? [new Text(textOf(shown).trim())] : [new Trace(true)]
}
