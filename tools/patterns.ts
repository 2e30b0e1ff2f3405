/** `npm run patterns`: looks for patterns of the code that take more time than a text is long; fails on one that is not argued for. */
import { join } from 'node:path'
import { check } from 'recheck'
import { collectPatterns, type Pattern, toKey } from './patterns/collect.ts'
import exceptions from './patterns/exceptions.json' with { type: 'json' }

/** A pattern that may take long, and why it never does. */
interface Exception {
  readonly pattern: string
  readonly why: string
}

/** Milliseconds for one pattern; what is not settled by then is to be argued for. */
const timeout = 20_000

const root = join(import.meta.dirname, '..')
const argued = new Map((exceptions as readonly Exception[]).map(({ pattern, why }) => [pattern, why]))
const patterns = await collectPatterns(root)
// The scanner's helper does not keep this process alive while it looks.
setInterval(() => undefined, 60_000)
const suspects = new Map<string, string>()
for (const pattern of patterns) {
  const said = await judge(pattern)
  if (said !== undefined) suspects.set(toKey(pattern), `${pattern.place}: ${said}\n    ${toKey(pattern)}`)
}
const open = [...suspects].filter(([key]) => !argued.has(key)).map(([, said]) => said)
const present = new Set(patterns.map(toKey))
const gone = [...argued.keys()].filter((key) => !present.has(key)).map((key) => `no such pattern any more:\n    ${key}`)
for (const line of [...open, ...gone]) console.error(line)
console.log(
  `${patterns.length} patterns: ${suspects.size} may take long, ${open.length} of them not argued for; ${gone.length} arguments without a pattern`,
)
process.exit(open.length + gone.length > 0 ? 1 : 0)

/** What is wrong with a pattern; undefined where it takes time in step with the text. */
async function judge({ source, flags }: Pattern): Promise<string | undefined> {
  const found = await check(source, flags, { timeout, randomSeed: 1 })
  if (found.status === 'safe') return undefined
  if (found.status === 'unknown') return `not settled (${found.error.kind})`
  return `${found.complexity.summary}, e.g. ${found.attack.pattern.slice(0, 120)}`
}
