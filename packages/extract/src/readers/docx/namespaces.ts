import { type Element, isTag, type ParentNode } from 'domhandler'

/** Namespaces that are read, by their usual prefixes; transitional and strict documents differ in them. */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
])

const usualPrefixes = new Set(prefixes.values())

/**
 * Whether a declaration binds a namespace to its usual prefix, or one that is not read to a prefix that means nothing else.
 *
 * @example `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` → true, with `xmlns:x` → false
 */
export function isUsual(attribute: string, uri: string): boolean {
  const prefix = attribute.slice('xmlns:'.length)
  const usual = prefixes.get(uri)
  return usual === undefined ? prefix === '' || !usualPrefixes.has(prefix) : usual === prefix
}

/** Prefixes in force at an element, with the namespaces they stand for. */
type Scope = ReadonlyMap<string, string>

/** Gives the elements below a node, and their attributes, the usual prefixes of their namespaces. */
export function usePrefixes(parent: ParentNode, scope: Scope = new Map()): void {
  for (const element of parent.children.filter(isTag)) {
    const inner = toScope(element, scope)
    usePrefixes(element, inner)
    element.name = toUsual(element.name, inner)
    // An attribute without a prefix is in no namespace, whatever its element is in.
    element.attribs = Object.fromEntries(
      Object.entries(element.attribs).map(([name, value]) => [name.includes(':') ? toUsual(name, inner) : name, value]),
    )
  }
}

function toScope(element: Element, scope: Scope): Scope {
  const declared = Object.entries(element.attribs).filter(([name]) => /^xmlns(?::|$)/.test(name))
  if (declared.length === 0) return scope
  return new Map([...scope, ...declared.map(([name, uri]) => [name.slice('xmlns:'.length), uri] as const)])
}

function toUsual(name: string, scope: Scope): string {
  const at = name.indexOf(':')
  const uri = scope.get(at < 0 ? '' : name.slice(0, at))
  const prefix = uri === undefined ? undefined : prefixes.get(uri)
  const local = name.slice(at + 1)
  if (prefix !== undefined) return prefix === '' ? local : `${prefix}:${local}`
  // Another namespace that took a usual prefix.
  return at > 0 && uri !== undefined && usualPrefixes.has(name.slice(0, at)) ? `other:${local}` : name
}
