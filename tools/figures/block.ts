/** Names of the figures that the README repeats, with the command that prints each of them as Markdown. */
export const figures = {
  reading: ['packages/extract/tools/accuracy.ts', '--count', '2000', '--seed', '1', '--markdown'],
  printed: ['packages/extract/tools/accuracy-printed.ts', '--count', '1', '--seed', '1', '--markdown'],
  identity: ['packages/extract/tools/identity.ts', '--markdown'],
  planted: ['packages/extract/tools/planted.ts', '--markdown'],
  audit: ['packages/extract/tools/perturb.ts', '--markdown'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type FigureName = keyof typeof figures

export const isFigureName = (name: string): name is FigureName => Object.hasOwn(figures, name)

const openOf = (name: string): string => `<!-- figures:${name} -->`
const closeOf = (name: string): string => `<!-- /figures:${name} -->`

/** Names of the blocks marked in a text, in order. */
export const findBlocks = (text: string): readonly string[] =>
  [...text.matchAll(/<!-- figures:([\w-]+) -->/g)].flatMap((match) => match[1] ?? [])

/** What stands between the marks of a block. @throws {RangeError} if the text has no such block */
export function readBlock(text: string, name: string): string {
  const [from, to] = findRange(text, name)
  return text.slice(from, to).trim()
}

/** The text with other words between the marks of a block. @throws {RangeError} if the text has no such block */
export function replaceBlock(text: string, name: string, words: string): string {
  const [from, to] = findRange(text, name)
  return `${text.slice(0, from)}\n${words.trim()}\n${text.slice(to)}`
}

function findRange(text: string, name: string): readonly [from: number, to: number] {
  const open = text.indexOf(openOf(name))
  const close = text.indexOf(closeOf(name), open)
  if (open < 0 || close < 0) {
    throw new RangeError(`Cannot place figures: "${openOf(name)}" and "${closeOf(name)}" must stand in the text`)
  }
  return [open + openOf(name).length, close]
}
