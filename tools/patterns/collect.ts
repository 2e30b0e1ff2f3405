import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

/** A pattern of the code and where it stands first. */
export interface Pattern {
  readonly source: string
  readonly flags: string
  readonly place: string
}

/** Code whose patterns meet texts that others wrote. */
const rooms = [
  'packages/extract/src',
  'packages/schema/src',
  'packages/disk/src',
  'packages/analyze/src',
  'apps/site/src',
  'tools',
]
/** Rooms whose modules are loaded, for the patterns that they build from words; their commands are not. */
const loaded = ['packages/extract/src', 'packages/schema/src']

/** Every pattern of the code: those that stand in it, and those that it builds when it is loaded. */
export async function collectPatterns(root: string): Promise<readonly Pattern[]> {
  const files = rooms.flatMap((room) => listFiles(root, room))
  const written = files.flatMap((path) => findLiterals(path, readFileSync(join(root, path), 'utf8')))
  const built = await loadAll(root, files)
  const found = new Map<string, Pattern>()
  for (const pattern of [...written, ...built]) {
    const key = toKey(pattern)
    if (!found.has(key)) found.set(key, pattern)
  }
  return [...found.values()]
}

/** The pattern as it is written. */
export const toKey = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string => `/${source}/${flags}`

const listFiles = (root: string, room: string): readonly string[] =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|astro|mjs|cjs)$/.test(name))
    .map((name) => `${room}/${name}`)
    .sort()

/** Of a page of the site, only what stands between its dashes is a program. */
function toProgram(path: string, text: string): string {
  if (!path.endsWith('.astro')) return text
  return text.startsWith('---') ? (text.split('---')[1] ?? '') : ''
}

function findLiterals(path: string, file: string): readonly Pattern[] {
  const text = toProgram(path, file)
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found: Pattern[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place: `${path}:${line}` })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** Loads modules and hears which patterns they build from texts. */
async function loadAll(root: string, files: readonly string[]): Promise<readonly Pattern[]> {
  const own = globalThis.RegExp
  const found: Pattern[] = []
  let place = ''
  const hear = (made: RegExp, [given]: readonly unknown[]): RegExp => {
    if (typeof given === 'string') found.push({ source: made.source, flags: made.flags, place })
    return made
  }
  globalThis.RegExp = new Proxy(own, {
    construct: (target, given, newTarget) => hear(Reflect.construct(target, given, newTarget), given),
    apply: (target, self, given) => hear(Reflect.apply(target, self, given), given),
  })
  try {
    const commands = /\/cli\/[^/]*\.ts$|reader-worker\.ts$/
    for (const path of files.filter((one) => loaded.some((room) => one.startsWith(room)) && !commands.test(one))) {
      place = `built by ${path} or what it loads`
      await import(pathToFileURL(join(root, path)).href)
    }
  } finally {
    globalThis.RegExp = own
  }
  return found
}
