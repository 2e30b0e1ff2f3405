import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { digestEngine, toKey } from '../src/cli/engine.ts'
import { inRepository } from '../src/cli/files.ts'
import { listLibraries } from '../src/cli/libraries.ts'

const lock = {
  packages: {
    'packages/extract': { dependencies: { '@gongkai/schema': '1', reads: '1' } },
    'packages/schema': { dependencies: { checks: '1' }, devDependencies: { develops: '1' } },
    'apps/site': { dependencies: { shows: '1' } },
    'node_modules/@gongkai/schema': { resolved: 'packages/schema', link: true },
    'node_modules/reads': { version: '1.0.0', integrity: 'a', dependencies: { helps: '1' } },
    'node_modules/reads/node_modules/helps': { version: '1.0.0', integrity: 'b' },
    'node_modules/helps': { version: '2.0.0', integrity: 'c' },
    'node_modules/checks': { version: '1.0.0', integrity: 'd', dependencies: { reads: '1' } },
    'node_modules/develops': { version: '1.0.0', integrity: 'e' },
    'node_modules/shows': { version: '1.0.0', integrity: 'f' },
  },
}

let root = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
const writeLock = (name: string, version: string) =>
  write(
    'package-lock.json',
    JSON.stringify(lock).replace(`"${name}":{"version":"1.0.0"`, `"${name}":{"version":"${version}"`),
  )

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gongkai-engine-'))
  cpSync(inRepository('data/lookups'), join(root, 'data/lookups'), { recursive: true })
  write('packages/extract/src/read.ts', 'read')
  write('packages/schema/src/forms/form.ts', 'form')
  writeLock('none', '1.0.0')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
afterEach(() => {
  delete process.env['BUILD_COMMIT']
})

describe('documents are read again', () => {
  test.each([
    'data/lookups/labels.csv',
    'data/lookups/identity.csv',
    'data/lookups/corrections.csv',
    'data/lookups/divisions.csv',
    'packages/extract/src/read.ts',
    'packages/schema/src/forms/form.ts',
  ])('when %s changes', (path) => {
    const before = digestEngine(root)
    write(path, `${readFileSync(join(root, path), 'utf8')}\n`)
    expect(digestEngine(root)).not.toBe(before)
  })

  test.each(['node_modules/reads', 'node_modules/reads/node_modules/helps', 'node_modules/checks'])(
    'when the library %s changes',
    (name) => {
      const before = digestEngine(root)
      writeLock(name, '1.0.1')
      expect(digestEngine(root)).not.toBe(before)
      writeLock(name, '1.0.0')
      expect(digestEngine(root)).toBe(before)
    },
  )
})

describe('documents are not read again', () => {
  test('for another commit, or files that read nothing', () => {
    const before = digestEngine(root)
    process.env['BUILD_COMMIT'] = 'c'.repeat(40)
    write('packages/extract/test/read.test.ts', 'test')
    write('apps/site/src/page.ts', 'page')
    write('README.md', 'text')
    expect(digestEngine(root)).toBe(before)
  })

  test.each(['node_modules/shows', 'node_modules/develops'])('when the library %s changes', (name) => {
    const before = digestEngine(root)
    writeLock(name, '1.0.1')
    expect(digestEngine(root)).toBe(before)
  })
})

test('the libraries of a workspace are those that it reaches, each where it lies', () => {
  expect(listLibraries(JSON.stringify(lock), ['packages/extract'])).toEqual([
    'node_modules/checks 1.0.0 d',
    'node_modules/reads 1.0.0 a',
    'node_modules/reads/node_modules/helps 1.0.0 b',
  ])
})

test('a lock that lacks a library is refused', () => {
  const broken = { packages: { 'packages/extract': { dependencies: { reads: '1' } } } }
  expect(() => listLibraries(JSON.stringify(broken), ['packages/extract'])).toThrow('Cannot find "reads"')
})

test('the real lock names the libraries of the readers, and none of the site', () => {
  const names = listLibraries(readFileSync(inRepository('package-lock.json'), 'utf8'), ['packages/extract']).join('\n')
  expect(names).toMatch(/^node_modules\/saxes .*^node_modules\/zod /ms)
  expect(names).not.toMatch(/node_modules\/(?:astro|vitest|hyparquet) /)
})

test.each([
  ['bytes', { sha256: 'b' }],
  ['path', { path: 'b' }],
  ['address', { url: 'https://b' }],
  ['day', { retrievedAt: '2024-02-01' }],
])('a line belongs to one %s', (_, change) => {
  const source = { path: 'a', bytes: new Uint8Array(), sha256: 'a', url: null, retrievedAt: null }
  expect(toKey('engine', { ...source, ...change })).not.toBe(toKey('engine', source))
})
