import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editions } from '../packages/schema/src/index.ts'

const root = join(import.meta.dirname, '..')

/** Files of the repository, whether committed yet or not, without what .gitignore names. */
const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root })
  .toString()
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(root, path)))

const readText = (path: string) => readFileSync(join(root, path), 'utf8')
const countLines = (path: string) => readText(path).trimEnd().split('\n').length
const isSource = (path: string) => /^(packages|apps|tools|test)\/.*\.(ts|mts|mjs|cjs|js|css)$/.test(path)
// Literals of forms and generated tables grow with what they declare, not with what they do.
const isDeclaration = (path: string) => /^packages\/schema\/src\/(forms\/|tables\.ts$|text\/.*table\.ts$)/.test(path)
// A document of the test corpus is evidence; it is kept as it was found.
const isDocument = (path: string) => /(^data\/corpus\/|\/test\/(corpus|cases)\/)/.test(path)

test.each([
  ['a source file', 400, (path: string) => isSource(path) && !isDeclaration(path)],
  ['a SQL model', 80, (path: string) => path.endsWith('.sql')],
  ['an Astro component', 120, (path: string) => path.endsWith('.astro')],
] as const)('%s has at most %i lines', (_, limit, isMeant) => {
  const examined = files.filter((path) => isMeant(path) && !isDocument(path))
  const offenders = examined.filter((path) => countLines(path) > limit).map((path) => `${path} ${countLines(path)}`)
  expect(examined.length).toBeGreaterThan(0)
  expect(offenders).toEqual([])
})

interface Manifest {
  readonly name: string
  readonly exports?: Readonly<Record<string, string>>
  readonly scripts?: Readonly<Record<string, string>>
}

const manifestPaths = files.filter((path) => /^(packages|apps)\/[^/]+\/package\.json$/.test(path))

test.each(manifestPaths)('every entry that %s exports is a file', (path) => {
  const manifest = JSON.parse(readText(path)) as Manifest
  for (const entry of Object.values(manifest.exports ?? {})) {
    expect(existsSync(join(root, path, '..', entry)), `${manifest.name} exports ${entry}`).toBe(true)
  }
})

test('the four workspaces each have a build for turbo to run', () => {
  const names = manifestPaths.map((path) => JSON.parse(readText(path)) as Manifest)
  expect(
    names
      .filter((manifest) => manifest.scripts?.['build'])
      .map((manifest) => manifest.name)
      .toSorted(),
  ).toEqual(['@gongkai/analyze', '@gongkai/extract', '@gongkai/schema', '@gongkai/site'])
})

test('no file names a folder of somebody’s machine', () => {
  // Written in pieces so that this file does not offend itself.
  const machinePath = new RegExp(`(?<![\\w.~}-])/(${['home', 'Users', 'work', 'tmp', 'root'].join('|')})/[\\w.-]`)
  const examined = files.filter((path) => !isDocument(path) && !/\.(png|ico|parquet|docx|doc|pdf|woff2)$/.test(path))
  const offenders = examined.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, index) => (machinePath.test(line) ? [`${path}:${index + 1}`] : [])),
  )
  expect(examined.length).toBeGreaterThan(0)
  expect(offenders).toEqual([])
})

test.each([
  ['a default export', /^export default /m],
  ['the type any', /(:|\bas|<)\s*any\b/],
  ['an enum', /^\s*(export )?(const )?enum /m],
  ['an import without its extension', /from '\.{1,2}\/[^']*(?<!\.(ts|js|mjs|css|json|astro|svg))'/],
] as const)('no source of a package holds %s', (_, pattern) => {
  const examined = files.filter((path) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path))
  expect(examined.length).toBeGreaterThan(0)
  expect(examined.filter((path) => pattern.test(withoutComments(readText(path))))).toEqual([])
})

test('no reader, page or check names an edition of a form', () => {
  const name = new RegExp(`(?<![\\du])(?:${editions.join('|')})(?!\\d)`)
  const isMeant = (path: string) =>
    /^(packages\/[^/]+|apps\/site)\/src\/.*\.(ts|astro|sql)$/.test(path) &&
    !path.startsWith('packages/schema/src/forms/')
  const examined = files.filter(isMeant)
  const offenders = examined.filter((path) => name.test(withoutComments(readText(path)).replaceAll(/^\s*--.*$/gm, '')))
  expect(editions.length).toBeGreaterThan(1)
  expect(examined.length).toBeGreaterThan(300)
  expect(
    offenders,
    'What differs between editions is declared in packages/schema/src/forms: ask the form for the row, column or rule ' +
      'you need, toEditions() for the editions of a table, firstFormYear for the first year of all.',
  ).toEqual([])
})

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

test('what a page shows is asked for until it is there', () => {
  const once = /(?<!\.)\bexpect\((?:new URL\()?(?:await )?(?:page\.(?!pdf|request|workers)|status\(page\))/
  const examined = files.filter((path) => /^test\/.*\.ts$/.test(path))
  const offenders = examined.flatMap((path) =>
    readText(path)
      .split('\n')
      .flatMap((line, index) => (once.test(line) ? [`${path}:${index + 1}: write expect.poll(() => …)`] : [])),
  )
  expect(offenders).toEqual([])
})

test('every package a workspace depends on is pinned to one exact version', () => {
  for (const path of [...manifestPaths, 'package.json']) {
    const manifest = JSON.parse(readText(path)) as Record<string, Record<string, string> | undefined>
    for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, version] of Object.entries(manifest[group] ?? {})) {
        expect(version, `${path}: ${name}`).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
      }
    }
  }
})
