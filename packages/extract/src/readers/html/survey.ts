import { type AnyNode, type Element, elementsOf } from './tree.ts'

/** The elements of a page by name, gathered in one pass: asking a selector for each kind of them costs a pass each. */
export class Survey {
  private readonly byName = new Map<string, Element[]>()
  /** Elements that have any attribute. */
  readonly marked: Element[] = []

  constructor(root: AnyNode) {
    this.add(root)
  }

  private add(node: AnyNode): void {
    for (const element of elementsOf(node)) {
      const own = this.byName.get(element.name)
      if (own) own.push(element)
      else this.byName.set(element.name, [element])
      for (const _ in element.attribs) {
        this.marked.push(element)
        break
      }
      this.add(element)
    }
  }

  /** Elements of these names, those of one name in the order of the page. */
  of(...names: readonly string[]): readonly Element[] {
    return names.flatMap((name) => this.byName.get(name) ?? [])
  }
}
