import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { transformSync } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { judgeNode } from '../tools/check-node.cjs'

const root = join(import.meta.dirname, '..')
const readText = (path: string) => readFileSync(join(root, path), 'utf8')
const linux = { platform: 'linux', arch: 'x64', isGlibc: true }

test.each(['22.18.0', '22.21.3', '23.6.0', '24.0.0', '26.1.0'])('Node %s is new enough', (version) => {
  expect(judgeNode({ ...linux, version })).toBeUndefined()
})

test.each(['12.22.12', '18.20.8', '20.19.5', '22.12.0', '22.17.1', '23.5.0'])('Node %s is not', (version) => {
  expect(judgeNode({ ...linux, version })).toContain(`this is Node ${version} on linux x64, and Node 22.18`)
})

test.each([
  ['linux', 'x64', true, 'npm ci'],
  ['linux', 'x64', false, 'nodejs.org'],
  ['linux', 'arm64', true, 'nodejs.org'],
  ['darwin', 'arm64', false, 'nodejs.org'],
  ['win32', 'x64', false, 'nodejs.org'],
])('on %s %s, glibc %s, the way to a newer one is %s', (platform, arch, isGlibc, way) => {
  const said = judgeNode({ version: '20.19.5', platform, arch, isGlibc })
  expect(said?.split('\n')[1]).toContain(way)
})

test('the check itself is written in what Node 12 reads', () => {
  const source = readText('tools/check-node.cjs')
  const toCode = (target: string) => transformSync(source, { target }).code
  expect(toCode('node12')).toBe(toCode('esnext'))
  expect(source).not.toMatch(/\bnode:|\brequire\(/)
})

test('the least Node is the same in package.json, in the README and in the check', () => {
  expect(JSON.parse(readText('package.json')).engines).toEqual({ node: '>=22.18' })
  expect(readText('README.md')).toContain('Node 22.18 or newer')
})

describe('every script that needs a new Node asks for it first', () => {
  const manifests = ['packages', 'apps'].flatMap((room) =>
    readdirSync(join(root, room)).map((name) => [`${room}/${name}/package.json`, '../../tools'] as const),
  )
  const scripts = [['package.json', 'tools'] as const, ...manifests].flatMap(([path, tools]) =>
    Object.entries<string>(JSON.parse(readText(path)).scripts ?? {}).map(([name, line]) => ({
      path,
      name,
      line,
      tools,
    })),
  )
  const needing = scripts.filter(({ line }) => /\.ts\b|\b(vitest|astro) /.test(line))

  test.each(needing)('$path $name', ({ line, tools }) => {
    expect(line.split(' && ')[0]).toBe(`node ${tools}/check-node.cjs`)
  })
})
