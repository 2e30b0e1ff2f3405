import type { Element } from 'domhandler'
import { gap, trace } from '../../text/trace.ts'
import { isNoteMark, numeral } from '../cell-text.ts'
import {
  type ChildNode,
  childOf,
  closest,
  elementsOf,
  exchange,
  isTag,
  type ParentNode,
  setChildren,
  textOf,
} from '../html/tree.ts'
import { isPlainFormula, showDropDown, showSymbol, textOfFormula, toRun, toText } from './literals.ts'
import { isPainted, type Look, type Looks } from './looks.ts'

/** Where an element stands. */
interface Place {
  readonly paragraph: Element | undefined
  readonly style: string | undefined
  readonly tableStyle: string | undefined
  readonly isInCell: boolean
  /** Something dark may lie behind the text. */
  readonly isPainted: boolean
  /** The text of a control that nothing was filled into. */
  readonly isPlaceholder: boolean
}

const nowhere: Place = {
  paragraph: undefined,
  style: undefined,
  tableStyle: undefined,
  isInCell: false,
  isPainted: false,
  isPlaceholder: false,
}

/**
 * Takes out of a document what Word does not print as its text: hidden rows, hidden and struck-out runs, raised marks of
 * notes, placeholders. Pictures, formulas and symbols become the digits they show, or a trace.
 */
export class Printing {
  private readonly looks: Looks
  private readonly replaced = new Map<ChildNode, readonly ChildNode[]>()
  /** Paragraphs of cells from which something was taken out that may have been their value. */
  private readonly emptied = new Set<Element>()

  constructor(looks: Looks) {
    this.looks = looks
  }

  /** Settles what stands below a node. */
  keepPrinted(root: ParentNode): void {
    for (const child of elementsOf(root)) this.visit(child, nowhere)
    exchange(this.replaced)
  }

  /** Leaves a sign in each cell out of which something was taken; to be called when all is settled. */
  leaveTraces(): void {
    for (const paragraph of this.emptied) {
      const cell = closest(paragraph, cells)
      if (!cell) continue
      if (textOf(cell).trim() === '') setChildren(paragraph, [...paragraph.children, toRun(trace)])
      else {
        const filled = elementsOf(cell).find((one) => one.name === 'w:p' && textOf(one).trim() !== '')
        if (filled) setChildren(filled, [...filled.children, toRun(gap)])
      }
    }
  }

  private visit(element: Element, place: Place): void {
    const settle = this.kinds[element.name]
    if (settle) settle(element, place)
    else if (!element.name.endsWith('Pr')) this.visitAll(element, place)
  }

  private visitAll(element: Element, place: Place): void {
    for (const child of element.children) if (isTag(child)) this.visit(child, place)
  }

  /** Elements that are settled in a way of their own. */
  private readonly kinds: Readonly<Record<string, (element: Element, place: Place) => void>> = {
    'w:tbl': (table, place) =>
      this.visitAll(table, { ...place, tableStyle: styleOf(table), isPainted: isShaded(table, 'w:tblPr') }),
    'w:tr': (row, place) => {
      if (isOn(row, 'w:trPr', 'w:hidden')) this.replaced.set(row, [])
      else this.visitAll(row, place)
    },
    'w:tc': (cell, place) =>
      this.visitAll(cell, { ...place, isInCell: true, isPainted: place.isPainted || isShaded(cell, 'w:tcPr') }),
    'w:p': (paragraph, place) => this.visitParagraph(paragraph, place),
    'w:r': (run, place) => this.visitRun(run, place),
    'w:sdt': (control, place) =>
      this.visitAll(control, {
        ...place,
        isPlaceholder: place.isPlaceholder || isOn(control, 'w:sdtPr', 'w:showingPlcHdr'),
      }),
    'w:del': (deleted, place) => this.note(deleted, place),
    'w:moveFrom': (moved, place) => this.note(moved, place),
    'w:bdo': (turned, place) => {
      if (turned.attribs['w:val'] === 'rtl' && this.isValue(turned, place)) this.replaced.set(turned, [toRun(trace)])
      else this.visitAll(turned, place)
    },
    'm:oMath': (formula, place) => this.visitFormula(formula, place),
    'm:oMathPara': (formulas, place) => {
      this.replaced.set(
        formulas,
        elementsOf(formulas).flatMap((formula) => this.showFormula(formula, place)),
      )
    },
    'w:sym': (symbol, place) => {
      const shown = showSymbol(symbol) ?? (place.isInCell ? trace : undefined)
      if (shown !== undefined) this.replaced.set(symbol, [toText(shown)])
    },
    'w:drawing': (drawing, place) => this.visitDrawing(drawing, place),
    'w:pict': (drawing, place) => this.visitDrawing(drawing, place),
    'w:object': (drawing, place) => this.visitDrawing(drawing, place),
    'w:fldChar': (field, place) => this.visitField(field, place),
    'mc:AlternateContent': (alternatives, place) => this.visitAlternatives(alternatives, place),
  }

  private visitParagraph(paragraph: Element, place: Place): void {
    const look = childOf(paragraph, 'w:pPr')
    const style = look && childOf(look, 'w:pStyle')?.attribs['w:val']
    const painted = place.isPainted || isShaded(paragraph, 'w:pPr')
    this.visitAll(paragraph, { ...place, paragraph, style, isPainted: painted })
  }

  private visitRun(run: Element, place: Place): void {
    const look = this.looks.of(run, place.style)
    if (place.isPlaceholder || look.isHidden || look.isStruck || this.isUnprinted(look, run, place))
      this.drop(run, place)
    else if (look.isRaised || hasOwnMark(run)) this.visitRaised(run, place)
    else this.visitAll(run, place)
  }

  /** White digits on white paper. */
  private isUnprinted(look: Look, run: Element, { isPainted, tableStyle }: Place): boolean {
    if (!look.isWhite || look.isShaded || isPainted || !numeral.test(textOf(run))) return false
    return tableStyle === undefined || !this.looks.paints(tableStyle)
  }

  private visitRaised(run: Element, place: Place): void {
    if (isNoteMark(textOf(run).trim())) this.drop(run, place)
    else {
      if (this.isValue(run, place)) this.replaced.set(run, [toRun(trace), run])
      this.visitAll(run, place)
    }
  }

  private drop(element: Element, place: Place): void {
    this.replaced.set(element, [])
    this.note(element, place)
  }

  /** Remembers the cell of something that is not read, where it may have been a value. */
  private note(element: Element, place: Place): void {
    if (place.paragraph && this.isValue(element, place)) this.emptied.add(place.paragraph)
  }

  private isValue(element: Element, place: Place): boolean {
    return place.isInCell && (numeral.test(textOf(element)) || holdsDrawing(element))
  }

  private visitFormula(formula: Element, place: Place): void {
    this.replaced.set(formula, this.showFormula(formula, place))
  }

  private showFormula(formula: Element, { isInCell }: Place): readonly Element[] {
    if (isPlainFormula(formula)) return [toRun(textOfFormula(formula))]
    return isInCell ? [toRun(trace)] : []
  }

  /** A text box is read; another drawing that stands in the line may be a digit, one that floats beside it is none. */
  private visitDrawing(drawing: Element, place: Place): void {
    if (holds(drawing, 'w:txbxContent')) this.visitAll(drawing, place)
    else if (isFloating(drawing)) this.note(drawing, place)
    else if (place.isInCell) this.replaced.set(drawing, [toText(trace)])
  }

  /** What one program shows and another does not is no certain number. */
  private visitAlternatives(alternatives: Element, place: Place): void {
    this.visitAll(alternatives, place)
    const [first, ...others] = elementsOf(alternatives).map(digitsOf)
    const disagree = others.some((digits) => digits !== first)
    if (disagree && place.paragraph && place.isInCell) this.emptied.add(place.paragraph)
  }

  private visitField(field: Element, place: Place): void {
    const shown = showDropDown(field)
    if (shown !== undefined) this.replaced.set(field, [toText(shown), field])
    if (place.paragraph && place.isInCell && holds(field, 'w:checkBox')) this.emptied.add(place.paragraph)
  }
}

const cells: ReadonlySet<string> = new Set(['w:tc'])

/** A property that is on where it stands without a value. */
function isOn(parent: Element, properties: string, name: string): boolean {
  const look = childOf(parent, properties)
  const property = look && childOf(look, name)
  return property !== undefined && !['0', 'false', 'off'].includes(property.attribs['w:val'] ?? '')
}

const styleOf = (table: Element): string | undefined => {
  const look = childOf(table, 'w:tblPr')
  return look && childOf(look, 'w:tblStyle')?.attribs['w:val']
}

function isShaded(parent: Element, properties: string): boolean {
  const look = childOf(parent, properties)
  return isPainted(look && childOf(look, 'w:shd')?.attribs['w:fill'])
}

/** A note whose mark is typed behind its reference. */
const hasOwnMark = (run: Element): boolean =>
  elementsOf(run).some(
    ({ name, attribs }) =>
      /^w:(?:foot|end)noteReference$/.test(name) && ['1', 'true', 'on'].includes(attribs['w:customMarkFollows'] ?? ''),
  )

/** The digits of all text below an element; the numbers of a drawing, such as where it stands, are no text. */
const digitsOf = (element: Element): string =>
  element.name === 'w:t' ? textOf(element).replace(/\P{N}/gu, '') : elementsOf(element).map(digitsOf).join('')

const holds = (element: Element, name: string): boolean =>
  elementsOf(element).some((child) => child.name === name || holds(child, name))

const holdsDrawing = (element: Element): boolean =>
  drawings.has(element.name) || elementsOf(element).some((child) => holdsDrawing(child))

const drawings: ReadonlySet<string> = new Set(['w:drawing', 'w:pict', 'w:object'])

const isFloating = (drawing: Element): boolean =>
  elementsOf(drawing).some(
    (shape) => shape.name === 'wp:anchor' || /position:\s*absolute/.test(shape.attribs['style'] ?? ''),
  )
