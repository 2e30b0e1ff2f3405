import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { inRepository } from '../src/cli/corpus/files.ts'
import { digestEngine, digestReaders, toKey } from '../src/cli/run/engine-digest.ts'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'

let root = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gongkai-engine-'))
  cpSync(inRepository('data/lookups'), join(root, 'data/lookups'), { recursive: true })
  write('packages/extract/src/read.ts', 'read')
  write('packages/schema/src/forms/form.ts', 'form')
  write('packages/disk/src/index.ts', 'disk')
  write('package-lock.json', '{}')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))
afterEach(() => {
  delete process.env['BUILD_COMMIT']
})

describe('documents are read again', () => {
  test.each(['packages/extract/src/read.ts', 'packages/schema/src/forms/form.ts', 'package-lock.json'])(
    'when %s changes',
    (path) => {
      const before = digestEngine(root)
      write(path, `${readFileSync(join(root, path), 'utf8')}\n`)
      expect(digestEngine(root)).not.toBe(before)
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

  test('for a lookup alone: its rows say which of them', () => {
    const before = digestEngine(root)
    write('data/lookups/labels.csv', 'form,id,label,reason,source\n')
    expect(digestEngine(root)).toBe(before)
  })
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

test('shards that were read by other programs or lookups are others', () => {
  const texts = loadLookupTexts()
  const digest = digestReaders('engine', texts)
  expect(digestReaders('another', texts)).not.toBe(digest)
  expect(digestReaders('engine', { ...texts, labels: `${texts.labels}\n` })).not.toBe(digest)
  expect(digestReaders('engine', loadLookupTexts())).toBe(digest)
})
