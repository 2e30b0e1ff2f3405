import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listAll, listDirect } from '../tools/packages/list.ts'
import { toPage } from '../tools/packages/markdown.ts'
import reasons from '../tools/packages/reasons.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const readText = (path: string) => readFileSync(join(root, path), 'utf8')
const lock = JSON.parse(readText('package-lock.json'))

/** Licences whose terms somebody has read; another one is looked at before it comes in. */
const read = [
  ...[
    '0BSD',
    'Apache-2.0',
    'BSD', // as duck has it: its LICENSE holds the two clauses
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
    'Python-2.0',
    'Zlib',
  ],
  // Changes to their own files would have to be published; there are none.
  ...['LGPL-3.0-or-later', 'MPL-2.0'],
]

/** Packages whose package.json names no licence, and which one the LICENSE in them is. */
const readInPackage: Readonly<Record<string, string>> = { flatbuffers: 'Apache-2.0', 'json-bignum': 'MIT' }

/** Whether an SPDX expression such as `(MIT OR GPL-3.0-or-later)` or `MIT AND ISC` can be met with licences that were read. */
const isRead = (license: string): boolean =>
  license
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => read.includes(name)))

test('every package that a package.json names for production is listed, with its version', () => {
  const workspaces = ['packages', 'apps'].flatMap((room) =>
    readdirSync(join(root, room)).map((name) => `${room}/${name}/`),
  )
  const named = ['', ...workspaces].flatMap((folder) => {
    const { dependencies, optionalDependencies } = JSON.parse(readText(`${folder}package.json`))
    return Object.entries<string>({ ...dependencies, ...optionalDependencies })
  })
  const outside = named.filter(([name]) => !name.startsWith('@gongkai/')).map((pair) => pair.join(' '))
  expect(listDirect(lock).map(({ name, version }) => `${name} ${version}`)).toEqual([...new Set(outside)].toSorted())
})

test('each of them has a reason, and there is no reason for another one', () => {
  expect(Object.keys(reasons).toSorted()).toEqual(listDirect(lock).map(({ name }) => name))
  expect(Object.values(reasons).filter((reason) => reason.length < 20)).toEqual([])
})

test('every licence is one that was read', () => {
  const all = listAll(lock)
  expect(all.length).toBeGreaterThan(100)
  expect(all.filter(({ name, license }) => !isRead(readInPackage[name] ?? license))).toEqual([])
  expect(['(MIT OR X)', 'X', 'MIT AND X', 'unknown'].map(isRead)).toEqual([true, false, false, false])
})

test('docs/packages.md is what npm run packages writes', () => {
  expect(readText('docs/packages.md')).toBe(toPage(listDirect(lock), listAll(lock), reasons))
})

test('a package is listed once for each version, and not at all where only tests need it', () => {
  const packages = {
    '': { optionalDependencies: { a: '1.0.0' } },
    'apps/x': { dependencies: { a: '1.0.0', '@own/y': '0.1.0' } },
    'node_modules/@own/y': { link: true },
    'node_modules/a': { version: '1.0.0', license: 'MIT', os: 'linux', libc: ['glibc'] },
    'node_modules/a/node_modules/b': { version: '2.0.0', license: 'ISC' },
    'node_modules/b': { version: '1.0.0', license: 'ISC' },
    'node_modules/c/node_modules/b': { version: '2.0.0', license: 'ISC' },
    'node_modules/d': { version: '1.0.0', license: 'MIT', dev: true },
  }
  const a = { name: 'a', version: '1.0.0', license: 'MIT', platform: 'linux glibc' }
  expect(listDirect({ packages })).toEqual([{ ...a, usedBy: ['package.json', 'apps/x'] }])
  expect(listAll({ packages })).toEqual([
    a,
    { name: 'b', version: '1.0.0', license: 'ISC', platform: '' },
    { name: 'b', version: '2.0.0', license: 'ISC', platform: '' },
  ])
})
