type Child = Node | string

/** An element with its attributes and children; an attribute that is undefined is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value)
  made.append(...children)
  return made
}

/** A descendant that the page must have. */
export function need<E extends Element>(root: ParentNode, selector: string, type: abstract new () => E): E {
  const found = root.querySelector(selector)
  if (found instanceof type) return found
  throw new Error(`Cannot start the page: "${selector}" is required, found ${found?.nodeName ?? 'nothing'}`)
}

/** A part of a drawing with its attributes and children. */
export function shape(
  name: 'svg' | 'line' | 'circle' | 'path',
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Node[]
): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}
