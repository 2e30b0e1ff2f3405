import type { Element } from 'domhandler'
import { childOf, elementsOf } from '../html/tree.ts'
import type { Part } from './document-parts.ts'
import { once } from './once.ts'

/** What a run looks like, as far as it decides whether its text is read. */
export interface Look {
  readonly isHidden: boolean
  readonly isStruck: boolean
  /** Raised or lowered like the mark of a footnote. */
  readonly isRaised: boolean
  /** White letters, though something dark may lie behind them. */
  readonly isWhite: boolean
  readonly isShaded: boolean
}

export interface Looks {
  /** The look of a run: its own properties, else those of its character style, else those of the style of its paragraph. */
  readonly of: (run: Element, paragraphStyle: string | undefined) => Look
  /** Whether a style of tables puts a colour behind the text of some of their cells. */
  readonly paints: (tableStyle: string) => boolean
}

/** A style of the document; `parent` is the one that it is based on. */
interface TextStyle {
  readonly element: Element
  readonly properties: Element | undefined
  readonly parent: string | undefined
}

/** Styles without any of these say nothing that decides. */
const hint =
  /:(?:d?strike|vanish|specVanish|vertAlign|position)\b|"(?:FFFFFF|ffffff)"|:sz [^>]{0,200}"[012]"|:fill="[\da-f]{6}"/i
/** Styles that are based on each other, at most; Word allows eleven. */
const deepest = 20

/** Prepares the looks of a document; its styles are parsed only if they may decide, and a run asks. */
export function readLooks(styles: () => Part | undefined): Looks {
  const byId = once(() => {
    const part = styles()
    return part && hint.test(part.xml) ? readTextStyles(part) : undefined
  })
  const chain = (id: string | undefined): readonly TextStyle[] => {
    const found: TextStyle[] = []
    let at = id
    for (let depth = 0; at !== undefined && depth < deepest; depth++) {
      const style = byId()?.get(at)
      if (style) found.push(style)
      at = style?.parent
    }
    return found
  }
  const propertiesOf = (id: string | undefined) => chain(id).flatMap(({ properties }) => properties ?? [])
  const of = (run: Element, paragraphStyle: string | undefined): Look => {
    const own = childOf(run, 'w:rPr')
    const character = own && childOf(own, 'w:rStyle')?.attribs['w:val']
    if (!own && paragraphStyle === undefined) return plain
    const layers = [...(own ? [own] : []), ...propertiesOf(character), ...propertiesOf(paragraphStyle)]
    return layers.length === 0 ? plain : toLook(layers)
  }
  return { of, paints: (tableStyle) => chain(tableStyle).some(({ element }) => holdsPaint(element)) }
}

const holdsPaint = (element: Element): boolean =>
  elementsOf(element).some(
    (child) => (child.name === 'w:shd' && isPainted(child.attribs['w:fill'])) || holdsPaint(child),
  )

const plain: Look = { isHidden: false, isStruck: false, isRaised: false, isWhite: false, isShaded: false }

function readTextStyles(part: Part): ReadonlyMap<string, TextStyle> {
  const styles = part.parse()('w\\:style').toArray()
  return new Map(
    styles.map((style) => [
      style.attribs['w:styleId'] ?? '',
      { element: style, properties: childOf(style, 'w:rPr'), parent: childOf(style, 'w:basedOn')?.attribs['w:val'] },
    ]),
  )
}

/** Half-points up to which letters are no more than a dot. */
const smallest = 2

function toLook(layers: readonly Element[]): Look {
  const find = (name: string, attribute = 'w:val'): string | undefined => {
    for (const layer of layers) {
      const property = childOf(layer, name)
      if (property) return property.attribs[attribute] ?? ''
    }
    return undefined
  }
  const isOn = (name: string): boolean => !['0', 'false', 'off', undefined].includes(find(name))
  const size = find('w:sz')
  return {
    isHidden: isOn('w:vanish') || isOn('w:specVanish') || (size !== undefined && Number(size) <= smallest),
    isStruck: isOn('w:strike') || isOn('w:dstrike'),
    isRaised: /^su(?:per|b)script$/.test(find('w:vertAlign') ?? '') || Number(find('w:position') ?? 0) > 0,
    isWhite: /^f{6}$/i.test(find('w:color') ?? ''),
    isShaded: isPainted(find('w:shd', 'w:fill')) || !['none', undefined].includes(find('w:highlight')),
  }
}

/** Whether a shading puts a colour behind the text. */
export const isPainted = (fill: string | undefined): boolean => fill !== undefined && !/^(?:auto|f{6}|)$/i.test(fill)
