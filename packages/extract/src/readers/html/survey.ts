import { type AnyNode, childrenOf, type Element, isTag } from './tree.ts'

/** The elements of a page by name, gathered in one pass: asking a selector for each kind of them costs a pass each. */
export class Survey {
  private readonly byName = new Map<string, Element[]>()
  private readonly byMark = new Map<string, Element[]>()
  private readonly all: Element[] = []
  /** Elements that have any attribute. */
  readonly marked: Element[] = []

  constructor(root: AnyNode) {
    this.add(root)
  }

  private add(node: AnyNode): void {
    for (const element of childrenOf(node)) {
      if (!isTag(element)) continue
      this.all.push(element)
      put(this.byName, element.name, element)
      for (const _ in element.attribs) {
        this.marked.push(element)
        break
      }
      for (const mark of marksOf(element)) put(this.byMark, mark, element)
      this.add(element)
    }
  }

  /** Elements of these names, those of one name in the order of the page. */
  of(...names: readonly string[]): readonly Element[] {
    return names.flatMap((name) => this.byName.get(name) ?? [])
  }

  /** Elements of a class (`.a`), an id (`#a`) or a name, in the order of the page; all elements where nothing is asked for. */
  having(mark: string): readonly Element[] {
    if (mark === '') return this.all
    return (/^[.#]/.test(mark) ? this.byMark.get(mark) : this.byName.get(mark.toLowerCase())) ?? []
  }
}

function put(map: Map<string, Element[]>, key: string, element: Element): void {
  const own = map.get(key)
  if (own) own.push(element)
  else map.set(key, [element])
}

const noMarks: ReadonlySet<string> = new Set()

function marksOf({ attribs }: Element): ReadonlySet<string> {
  const { class: classes = '', id } = attribs
  if (classes === '' && id === undefined) return noMarks
  const marks = new Set(classes === '' ? [] : classes.split(/[\t\n\f\r ]+/).map((name) => `.${name}`))
  if (id !== undefined) marks.add(`#${id}`)
  return marks
}
