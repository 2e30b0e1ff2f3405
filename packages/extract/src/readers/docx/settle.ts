import type { CheerioAPI } from 'cheerio/slim'
import { type ChildNode, Element, isCDATA, isTag, type ParentNode, Text } from 'domhandler'
import { limits, Unreadable } from '../../limits.ts'
import { Survey } from '../html/survey.ts'
import { childOf, elementsOf, setChildren, takeOut, textOf } from '../html/tree.ts'
import { dropInstructions } from './fields.ts'
import { fillRows, spanOf } from './grid.ts'
import type { Looks } from './looks.ts'
import { type ListPlace, type Numbering, toLevel } from './numbering.ts'
import { Printing } from './printed.ts'

/**
 * Settles what mammoth does not know, or reads otherwise than Word shows it: tracked changes, hidden text, text boxes,
 * fields, cells merged sideways, automatic numbers. What only says how the text looks goes, too.
 */
export function settle($: CheerioAPI, numbering: Numbering, runLooks: Looks): void {
  const root = $.root()[0]
  if (!root) return
  const printing = new Printing(runLooks)
  printing.keepPrinted(root)
  setChildren(root, root.children.flatMap(settleNode))
  const found = new Survey(root)
  if (found.of('w:fldChar').length > 0) dropInstructions($)
  printing.leaveTraces()
  fillRows(found)
  dropLastMarks(found)
  const looks = found.of('w:pPr')
  writeNumerals(looks, numbering)
  takeOut(looks.filter((look) => childOf(look, 'w:rPr') === undefined))
}

/** Parts that are deleted, moved away, not shown, or no text of the document. */
const dropped = new Set(
  'w:del w:moveFrom w:instrText w:delText w:delInstrText w:footnoteReference w:endnoteReference w:commentReference w:sectPr w:sdtPr w:sdtEndPr w:tblPr w:tblGrid w:tblPrEx w:proofErr w:bookmarkStart w:bookmarkEnd w:softHyphen w:rt w:rubyPr w:fldData'.split(
    ' ',
  ),
)

/** Elements whose content stands in their place. */
const unwrapped = new Set(
  'w:ins w:moveTo w:fldSimple w:customXml w:smartTag w:sdt w:sdtContent w:hyperlink w:bdo w:dir w:ruby w:rubyBase'.split(
    ' ',
  ),
)

/** Properties that say more than how the text looks. What is deleted is a mark in them and no part of the text. */
const keptProperties: Readonly<Record<string, readonly string[]>> = {
  'w:pPr': ['w:rPr', 'w:numPr', 'w:pStyle'],
  'w:rPr': ['w:vertAlign', 'w:del'],
  'w:trPr': ['w:del', 'w:gridBefore', 'w:gridAfter'],
  'w:tcPr': ['w:gridSpan', 'w:vMerge', 'w:hMerge'],
}

function settleNode(node: ChildNode): ChildNode[] {
  if (isCDATA(node)) return node.children
  if (!isTag(node)) return [node]
  if (dropped.has(node.name) || isDeleted(node)) return []
  if (unwrapped.has(node.name)) return node.children.flatMap(settleNode)
  const kept = keptProperties[node.name]
  if (kept) return keepProperties(node, kept)
  if (!read.test(node.name)) return toTextBox(node)
  const settled = others[node.name]
  return settled ? settled(node) : [withChildren(node, node.children.flatMap(settleNode))]
}

/** Namespaces that are read; elements of others draw, and may hold text boxes. */
const read = /^(?:w|m|mc):/

/** Elements that are settled in a way of their own. */
const others: Readonly<Record<string, (element: Element) => ChildNode[]>> = {
  'mc:AlternateContent': chooseAlternative,
  'w:drawing': toTextBox,
  'w:pict': toTextBox,
  'w:object': toTextBox,
  'w:br': () => [new Element('w:br', {})],
  'w:cr': () => [new Element('w:br', {})],
  'w:noBreakHyphen': () => [new Element('w:t', {}, [new Text('-')])],
  'w:tr': (row) => [withChildren(row, mergeSideways(row.children.flatMap(settleNode)))],
}

function keepProperties(parent: Element, names: readonly string[]): ChildNode[] {
  const kept = parent.children.filter((child) => isTag(child) && names.includes(child.name))
  const settled = kept.flatMap((child) => (isTag(child) && keptProperties[child.name] ? settleNode(child) : [child]))
  return settled.length > 0 ? [withChildren(parent, settled)] : []
}

function withChildren(element: Element, children: ChildNode[]): Element {
  setChildren(element, children)
  return element
}

/** A property that is on where it stands without a value. */
function isOn(parent: Element | undefined, name: string): boolean {
  const property = parent && childOf(parent, name)
  return property !== undefined && !['0', 'false', 'off'].includes(property.attribs['w:val'] ?? '')
}

/** A cell that was deleted. */
const isDeleted = (element: Element): boolean =>
  element.name === 'w:tc' && isOn(childOf(element, 'w:tcPr'), 'w:cellDel')

/** Word shows the first choice; what stands beside it is for older programs. */
function chooseAlternative(element: Element): ChildNode[] {
  const shown = childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback')
  return shown ? shown.children.flatMap(settleNode) : []
}

/** A drawing is what stands in its text boxes, in the form that mammoth reads. */
function toTextBox(drawing: Element): ChildNode[] {
  const boxes = findBoxes(drawing)
  return boxes.length === 0 ? [] : [new Element('w:pict', {}, boxes.flatMap(settleNode))]
}

function findBoxes(parent: ParentNode): Element[] {
  const hasChoice = childOf(parent, 'mc:Choice') !== undefined
  return parent.children.filter(isTag).flatMap((child) => {
    if (child.name === 'mc:Fallback' && hasChoice) return []
    return child.name === 'w:txbxContent' ? [child] : findBoxes(child)
  })
}

/** A cell that goes on with the one on its left is part of it: an older way to span columns. */
function mergeSideways(cells: ChildNode[]): ChildNode[] {
  const merged: [ChildNode, ...Element[]][] = []
  for (const cell of cells) {
    const run = merged.at(-1)
    const [before] = run ?? []
    if (isTag(cell) && run && before && isTag(before) && before.name === 'w:tc' && goesOn(cell)) run.push(cell)
    else merged.push([cell])
  }
  for (const [first, ...others] of merged) if (isTag(first) && others.length > 0) addCells(first, others)
  return merged.map(([first]) => first)
}

function goesOn(cell: Element): boolean {
  const look = childOf(cell, 'w:tcPr')
  const mark = look && childOf(look, 'w:hMerge')
  return mark !== undefined && mark.attribs['w:val'] !== 'restart'
}

function addCells(first: Element, others: readonly Element[]): void {
  const cells = [first, ...others]
  const look = childOf(first, 'w:tcPr') ?? new Element('w:tcPr', {})
  const kept = look.children.filter((child) => isTag(child) && child.name !== 'w:gridSpan')
  const span = cells.reduce((sum, cell) => sum + spanOf(cell), 0)
  setChildren(look, [new Element('w:gridSpan', { 'w:val': String(span) }), ...kept])
  const content = cells.flatMap(({ children }) => children)
  setChildren(first, [look, ...content.filter((child) => !(isTag(child) && child.name === 'w:tcPr'))])
}

/** The last paragraph of a cell goes on nowhere, even if its mark was deleted. */
function dropLastMarks(found: Survey): void {
  const marks = found.of('w:tc', 'w:body', 'w:txbxContent').flatMap((parent) => {
    const last = elementsOf(parent).findLast(({ name }) => name === 'w:p')
    return last ? (markOf(last) ?? []) : []
  })
  takeOut(marks)
}

/** The deletion of the mark that ends a paragraph. */
function markOf(paragraph: Element): Element | undefined {
  const look = childOf(paragraph, 'w:pPr')
  const run = look && childOf(look, 'w:rPr')
  return run && childOf(run, 'w:del')
}

/** Writes the numerals of lists as text at the head of their paragraphs. */
function writeNumerals(looks: readonly Element[], numbering: Numbering): void {
  let written = 0
  for (const look of looks) {
    const paragraph = look.parent
    const { numId, level } = placeOf(look, numbering)
    if (!paragraph || !numId || numId === '0' || textOf(paragraph).trim() === '') continue
    const numeral = numbering.next(numId, level)
    written += numeral.length
    if (written > limits.numerals)
      throw new Unreadable('limit_exceeded', `more than ${limits.numerals} characters of automatic numerals`)
    const run = new Element('w:r', {}, [new Element('w:t', {}, [new Text(numeral)])])
    if (numeral !== '')
      setChildren(
        paragraph,
        paragraph.children.flatMap((child) => (child === look ? [look, run] : [child])),
      )
  }
}

/** The list of a paragraph: its own, else that of its style. */
function placeOf(look: Element, numbering: Numbering): ListPlace {
  const own = childOf(look, 'w:numPr')
  if (own) return { numId: attributeOf(own, 'w:numId'), level: toLevel(attributeOf(own, 'w:ilvl')) }
  const style = attributeOf(look, 'w:pStyle')
  return (style !== undefined && numbering.ofStyle(style)) || { numId: undefined, level: 0 }
}

const attributeOf = (parent: Element, name: string): string | undefined => childOf(parent, name)?.attribs['w:val']
