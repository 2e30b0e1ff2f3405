/** What the site's own list of headers says of some paths. */
export interface HeaderRule {
  readonly paths: RegExp
  /** Headers in the order of the list; one without a value takes off what was said before. */
  readonly changes: readonly { readonly name: string; readonly value?: string }[]
}

/** A path of the list, in which a star stands for anything. */
const toPattern = (rule: string): RegExp =>
  new RegExp(`^${rule.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's')

function toChange(line: string): HeaderRule['changes'] {
  const [, off] = /^\s+!\s*([\w-]+)\s*$/.exec(line) ?? []
  if (off) return [{ name: off.toLowerCase() }]
  const [, name, value] = /^\s+([\w-]+):\s*(\S.*)$/.exec(line) ?? []
  return name && value ? [{ name: name.toLowerCase(), value }] : []
}

/** Reads a list of headers as Cloudflare does: paths, below each its headers, and `! Name` for one that is taken off. */
export function readHeaderRules(text: string): readonly HeaderRule[] {
  const rules: { paths: RegExp; changes: HeaderRule['changes'][number][] }[] = []
  for (const line of text.split('\n')) {
    if (/^[^\s#]/.test(line)) rules.push({ paths: toPattern(line.trim()), changes: [] })
    else rules.at(-1)?.changes.push(...toChange(line))
  }
  return rules
}

/** The headers that rules give a path below the site, such as `/data/`. What two rules say of one header is joined. */
export function toHeaders(rules: readonly HeaderRule[], path: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const { name, value } of rules.filter(({ paths }) => paths.test(path)).flatMap(({ changes }) => changes)) {
    if (value === undefined) delete headers[name]
    else headers[name] = headers[name] ? `${headers[name]}, ${value}` : value
  }
  return headers
}
