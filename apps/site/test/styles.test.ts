import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '../src')
const order = '@layer reset, tokens, base, components;'

/** Style sheets that a file imports, in their order. */
const readSheets = (file: string): readonly string[] =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/import '(?:\.\.\/)+styles\/([\w-]+\.css)'/g)].map(
    ([, name = '']) => name,
  )

/** What stands in a style sheet before its first rule, without comments. */
const readHead = (name: string): string =>
  readFileSync(join(src, 'styles', name), 'utf8')
    .replaceAll(/\/\*.*?\*\//gs, '')
    .trimStart()

test('a style sheet that may be the first of a page settles the order of the layers', () => {
  const files = readdirSync(join(src, 'components'), { recursive: true, encoding: 'utf8' })
  const first = new Set(
    files
      .filter((file) => file.endsWith('.astro'))
      .flatMap((file) => {
        const sheets = readSheets(join('components', file))
        // Behind reset.css a sheet of the same file is never the first.
        return sheets[0] === 'reset.css' ? ['reset.css'] : sheets
      }),
  )
  expect(first.size).toBeGreaterThan(3)
  expect([...first].filter((name) => !readHead(name).startsWith(order))).toEqual([])
})
