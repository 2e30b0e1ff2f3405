import { html, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import { limits, Unreadable } from '../../limits.ts'
import { appendChild, detachNode, insertBefore, PageNode } from './page-node.ts'
import { findHiddenByStyle } from './style-sheet.ts'
import { PageParser } from './tokenizer.ts'
import { childrenOf, type ElementNode } from './tree.ts'

/**
 * Parses a page as browsers do, whatever its mark-up, and marks what its style sheets hide.
 *
 * @throws {Unreadable} `limit_exceeded` as soon as elements nest too deep: the parser asks every open element at each
 * tag, so that a page of open tags would cost it the square of its length
 */
export function parsePage(source: string): ElementNode {
  const sheets: PageNode[] = []
  const root = PageParser.parse<PageMap>(source, { treeAdapter: toAdapter(sheets) })
  for (const element of findHiddenByStyle(root, sheets)) element.isHidden = true
  return root
}

type PageMap = TreeAdapterTypeMap<
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode,
  PageNode
>

const toTextNode = (text: string): PageNode => {
  const node = new PageNode('text')
  node.data = text
  return node
}

/** Has the parser build the nodes of one page and put its style sheets aside. */
function toAdapter(sheets: PageNode[]): TreeAdapter<PageMap> {
  let open = 0
  let mode = html.DOCUMENT_MODE.NO_QUIRKS
  return {
    ...adapter,
    getDocumentMode: () => mode,
    setDocumentMode(_, found) {
      mode = found
    },
    createElement(name, namespace, attributes) {
      const element = new PageNode('element', name, attributes, namespace)
      if (name === 'style') sheets.push(element)
      return element
    },
    onItemPush() {
      if (++open > limits.depth) throw new Unreadable('limit_exceeded', `elements nest deeper than ${limits.depth}`)
    },
    onItemPop() {
      open--
    },
  }
}

/** Between the parts of a table stands white space alone: the parser moves any other text before the table. */
const tableParts = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr'])

/** Has the parser build these nodes; comments and document types hold nothing that a page shows. */
const adapter: Omit<TreeAdapter<PageMap>, 'createElement' | 'getDocumentMode' | 'setDocumentMode'> = {
  createDocument: () => new PageNode('root'),
  createDocumentFragment: () => new PageNode('root'),
  createCommentNode: () => new PageNode('other'),
  createTextNode: toTextNode,
  appendChild,
  insertBefore,
  insertText(parent, text) {
    if (tableParts.has(parent.name)) return
    const last = parent.lastChild
    if (last?.kind === 'text') last.data += text
    else appendChild(parent, toTextNode(text))
  },
  insertTextBefore(parent, text, next) {
    const before = next.previousSibling
    if (before?.kind === 'text') before.data += text
    else insertBefore(parent, toTextNode(text), next)
  },
  detachNode,
  adoptAttributes: (node, attributes) => node.adopt(attributes),
  getFirstChild: (node) => node.firstChild,
  getChildNodes: childrenOf,
  getParentNode: (node) => node.parent,
  getAttrList: (node) => node.attributes,
  getTagName: (node) => node.name,
  getNamespaceURI: (node) => node.namespace,
  getTextNodeContent: (node) => node.data,
  getCommentNodeContent: (node) => node.data,
  getTemplateContent: (node) => node,
  setTemplateContent: ignore,
  setDocumentType: ignore,
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  isTextNode: (node): node is PageNode => node.kind === 'text',
  isCommentNode: (node): node is PageNode => node.kind === 'other',
  isDocumentTypeNode: (node): node is PageNode => false,
  isElementNode: (node): node is PageNode => node.kind === 'element',
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: ignore,
  updateNodeSourceCodeLocation: ignore,
}

function ignore(): void {
  // places in the source and document types are not asked for
}
