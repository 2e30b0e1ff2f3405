import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Boundaries {
  readonly default: { readonly forbidden: readonly { readonly name: string; readonly comment?: string }[] }
  readonly siteRooms: Readonly<Record<string, readonly string[]>>
}
const { default: cruiser, siteRooms }: Boundaries = await import(join(root, '.dependency-cruiser.mjs'))
const readText = (path: string) => readFileSync(join(root, path), 'utf8')
const guides = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/rooms.md',
  'docs/house-words.md',
  'docs/deploy.md',
] as const

const documents = globSync(['*.md', 'docs/*.md', 'docs/adr/*.md'], { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
)
/** Written by a program, or by the commands whose figures they hold. */
const isGenerated = (path: string) => /^docs\/(glossary|packages)\.md$/.test(path)

/** Lines of prose with their numbers: no table, no heading, nothing between fences or marks of figures. */
function proseOf(text: string): readonly (readonly [number, string])[] {
  let isCode = false
  let isFigures = false
  return text.split('\n').flatMap((line, i) => {
    if (line.trimStart().startsWith('```')) isCode = !isCode
    if (/<!-- \/?figures/.test(line)) isFigures = !line.includes('/figures')
    return isCode || isFigures || /^(?:#|\s*\||<)/.test(line) ? [] : [[i + 1, line] as const]
  })
}

test('a line of prose has at most 120 characters', () => {
  const examined = documents.filter((path) => !isGenerated(path))
  const offenders = examined.flatMap((path) =>
    proseOf(readText(path)).flatMap(([number, line]) => (line.length > 120 ? [`${path}:${number}`] : [])),
  )
  expect(examined.length).toBeGreaterThan(20)
  expect(offenders, 'break the line where a clause ends').toEqual([])
})

/** Folders that the guides count paths from. */
const bases = [
  '',
  'packages/extract/src',
  'packages/extract',
  'packages',
  'packages/schema/src',
  'packages/analyze/src',
]
const siteBases = ['apps/site', 'apps/site/src', 'data', 'packages/extract/src/cli', 'packages/extract/src/audit']
/** Written by the commands, so not there at first. */
const isOutput = (path: string) => /^(?:data\/(?:derived|dataset|demo|releases)|apps\/site\/dist)/.test(path)

/** What a guide names in backticks as a file or a folder, without patterns and examples. */
const namedPaths = (text: string): readonly string[] =>
  [...text.matchAll(/(?<!`)`([\w./[\]-]+)`(?!`)/g)]
    .flatMap(([, path = '']) => path)
    .filter((path) => /\.(?:ts|mjs|csv|sql|astro|css|md)$|^[a-z][\w-]*\/[\w./-]*$/.test(path))
    .filter((path) => !/FORMAT|^(?:manifest|source|expected)\b|^[@/]|^application\//.test(path) && !isOutput(path))

test.each(guides)('every file and folder that %s names is there', (guide) => {
  const named = [...new Set(namedPaths(readText(guide)))]
  const isThere = (path: string) => [...bases, ...siteBases].some((base) => existsSync(join(root, base, path)))
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((path) => !isThere(path))).toEqual([])
})

test('every picture that the README shows is there, is small, and says in words what it shows', () => {
  const shown = [...readText('README.md').matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)]
  const paths = shown.map(([, , path = '']) => path)
  expect(paths.toSorted()).toEqual(globSync('docs/pictures/*.png', { cwd: root }).toSorted())
  expect(paths.length).toBeGreaterThan(0)
  expect(shown.filter(([, words = '']) => words === '')).toEqual([])
  expect(paths.filter((path) => statSync(join(root, path)).size > 120_000)).toEqual([])
})

test('every npm script that a guide names is one', () => {
  const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> }
  const named = guides.flatMap((guide) =>
    [...readText(guide).matchAll(/npm run ([\w:-]+)\b(?! --workspace)/g)].map(([, name = '']) => name),
  )
  const own = named.filter((name) => name !== 'build')
  expect(own.length).toBeGreaterThan(10)
  expect([...new Set(own)].filter((name) => scripts[name] === undefined)).toEqual([])
})

test('ARCHITECTURE is a page', () => {
  const words = readText('ARCHITECTURE.md').split(/\s+/).length
  expect(words, 'say it shorter, or in docs/rooms.md').toBeLessThan(1000)
})

const rooms = readText('docs/rooms.md')

test('docs/rooms.md names each library that has one place', () => {
  const libraries = cruiser.forbidden.flatMap(({ comment }) => /^(\S+) is used in/.exec(comment ?? '')?.[1] ?? [])
  expect(libraries.length).toBeGreaterThan(10)
  expect(libraries.filter((library) => !rooms.includes(library))).toEqual([])
})

test('docs/rooms.md says of each room of extract which others it enters', () => {
  const drawn = cruiser.forbidden.flatMap(({ name, comment }) => {
    const [, room, others = ''] =
      /^(\S+) of extract enters (.*)$/.exec(name.startsWith('room-') ? (comment ?? '') : '') ?? []
    return room === undefined ? [] : [`${room}: ${others === 'no other room' ? '–' : others}`]
  })
  const rows = [...rooms.matchAll(/^\| ([a-z, ]+) \| ((?:[a-z]+, )*[a-z]+|–) \|$/gm)]
  const said = rows.flatMap(([, own = '', others = '']) => own.split(', ').map((room) => `${room}: ${others}`))
  expect(drawn.length).toBeGreaterThan(5)
  expect(said.toSorted()).toEqual(drawn.toSorted())
})

test('docs/rooms.md lists the rooms of the site', () => {
  const [, block = ''] = /```\napps\/site\/src\n([\s\S]*?)```/.exec(rooms) ?? []
  const listed = [...block.matchAll(/(?:^ | {8,})([a-z]+)\//gm)].map(([, room = '']) => room)
  expect(listed.toSorted()).toEqual(Object.keys(siteRooms).toSorted())
})
