import { isUnseen } from './hidden.ts'
import { attributeOf, childrenOf, type ElementNode, isElement, type TreeNode } from './tree.ts'

/** A selector of one class or id: element, mark and name. */
const simple = /^([a-z][\w-]*)?([.#])([\w-]+)$/i

/**
 * Elements that the page's own style sheets hide, except where they are most of the page: scripts show such parts
 * again. Rules inside @media are passed over: most are for print; so is everything that is not one simple selector,
 * which a reader without a layout cannot weigh.
 */
export function findHiddenByStyle(root: ElementNode, sheets: readonly ElementNode[]): ReadonlySet<ElementNode> {
  if (sheets.length === 0) return none
  const selectors = findHiddenSelectors(sheets)
  if (selectors.length === 0) return none
  const named = toNamed(root)
  const total = lengthOf(root)
  const hidden = selectors.flatMap((selector) => {
    const elements = select(selector, named)
    return elements.reduce((sum, element) => sum + lengthOf(element), 0) * 2 < total ? elements : []
  })
  return new Set(hidden)
}

const none: ReadonlySet<ElementNode> = new Set()

function findHiddenSelectors(sheets: readonly ElementNode[]): readonly string[] {
  const rules = sheets
    .map((sheet) =>
      childrenOf(sheet)
        .map(({ data }) => data)
        .join(''),
    )
    .filter(({ length }) => length <= longestSheet)
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '')
  const plain = rules.replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  const found = [...plain.matchAll(/([^{}]{1,300})\{([^{}]{0,2000})\}/g)].flatMap(([, selectors = '', style = '']) =>
    isUnseen(style) ? selectors.split(',').map((one) => one.trim()) : [],
  )
  return [...new Set(found)].filter((selector) => simple.test(selector))
}

const longestSheet = 200_000

/** Elements by class and by id, under the name with its mark. */
function toNamed(root: ElementNode): ReadonlyMap<string, readonly ElementNode[]> {
  const named = new Map<string, ElementNode[]>()
  const visit = (node: TreeNode): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (!isElement(child)) continue
      for (const name of namesOf(child)) {
        const known = named.get(name)
        if (known) known.push(child)
        else named.set(name, [child])
      }
      visit(child)
    }
  }
  visit(root)
  return named
}

function namesOf(element: ElementNode): readonly string[] {
  const id = attributeOf(element, 'id')
  const classes = attributeOf(element, 'class')?.split(/\s+/) ?? []
  return [...new Set([...classes.filter((one) => one !== '').map((one) => `.${one}`), ...(id ? [`#${id}`] : [])])]
}

function select(selector: string, named: ReadonlyMap<string, readonly ElementNode[]>): readonly ElementNode[] {
  const [, element, mark = '', name = ''] = simple.exec(selector) ?? []
  const found = named.get(mark + name) ?? []
  return element === undefined ? found : found.filter((one) => one.name === element.toLowerCase())
}

const unprinted = new Set(['head', 'script', 'style'])

/** Characters of text below a node, shown or not. */
function lengthOf(node: TreeNode): number {
  let length = 0
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.kind === 'text') length += child.data.length
    else if (!isElement(child) || !unprinted.has(child.name)) length += lengthOf(child)
  }
  return length
}
