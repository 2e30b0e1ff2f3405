import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A rule of the site's list: paths, and what is said of them, in order; no value takes off what was said before. */
interface Rule {
  readonly pattern: RegExp
  readonly lines: readonly { readonly name: string; readonly value: string | undefined }[]
}

/** A path of the list, in which a star stands for anything. */
const toPattern = (rule: string): RegExp =>
  new RegExp(`^${rule.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's')

function readRules(text: string): readonly Rule[] {
  const rules: { pattern: RegExp; lines: { name: string; value: string | undefined }[] }[] = []
  for (const line of text.split('\n')) {
    const [, off, name = off, value] = /^\s+(?:!\s*([\w-]+)|([\w-]+):\s*(\S.*))$/.exec(line.trimEnd()) ?? []
    if (name) rules.at(-1)?.lines.push({ name: name.toLowerCase(), value })
    else if (/^[^\s#]/.test(line)) rules.push({ pattern: toPattern(line.trim()), lines: [] })
  }
  return rules
}

/** Rules of each list that was read, with the time at which the list was written. */
const read = new Map<string, { readonly written: number; readonly rules: readonly Rule[] }>()

/** The rules of a site, read anew when its list is. */
function rulesOf(folder: string): readonly Rule[] {
  const list = join(folder, '_headers')
  const written = statSync(list, { throwIfNoEntry: false })?.mtimeMs
  if (written === undefined) return []
  const known = read.get(list)
  if (known?.written === written) return known.rules
  const rules = readRules(readFileSync(list, 'utf8'))
  read.set(list, { written, rules })
  return rules
}

/**
 * The headers that the site's own list gives a path, as Cloudflare reads it: paths, below each its headers. What two rules
 * say of one header is joined; a rule takes off what was said before it with `! Name`.
 *
 * @param path below the site, with a slash in front
 */
export function headersOf(folder: string, path: string): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {}
  for (const { name, value } of rulesOf(folder).flatMap(({ pattern, lines }) => (pattern.test(path) ? lines : []))) {
    if (value === undefined) delete headers[name]
    else headers[name] = headers[name] ? `${headers[name]}, ${value}` : value
  }
  return headers
}
