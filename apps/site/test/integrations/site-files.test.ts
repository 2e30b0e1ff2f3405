import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listPaths } from '../../integrations/folders.ts'
import { beginFiles, leaveFrames } from '../../integrations/site-files.ts'

let folder: string
const at = (path: string) => join(folder, path)
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-files-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Texts = Readonly<Record<string, string>>

/** Makes a site of files and replaces it, so that its frames are left. */
function replace(name: string, texts: Texts): void {
  build(name, texts)
  leaveFrames(at(name), at('frames'))
}

function build(name: string, texts: Texts): void {
  mkdirSync(at(name), { recursive: true })
  const files = beginFiles(at(name), at('frames'))
  files.put(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]))
  files.end()
}

const read = (name: string): Texts =>
  Object.fromEntries([...listPaths(at(name))].map((path) => [path, readFileSync(at(`${name}/${path}`), 'utf8')]))

const first = { 'agency/a.xml': 'feed', 'embed/table/1/index.html': 'one', 'embed/en/table/2/index.html': 'two' }

test.each([
  ['the same files', first],
  ['a file that changed', { ...first, 'embed/table/1/index.html': 'One' }],
  ['a file more', { ...first, 'embed/table/3/index.html': 'three' }],
  ['a file less', { 'agency/a.xml': 'feed', 'embed/table/1/index.html': 'one' }],
  ['no frame', { 'agency/a.xml': 'feed' }],
])('a site of %s is what was put into it, whatever frames were left', (_, texts) => {
  replace('before', first)
  build('site', texts)
  expect(read('site')).toEqual(texts)
})

test('a frame that is the same is not written again, and no empty folder is left', () => {
  replace('before', first)
  const { ino, mtimeMs } = statSync(at('frames/table/1/index.html'))
  build('site', { 'embed/table/1/index.html': 'one' })
  expect(statSync(at('site/embed/table/1/index.html'))).toMatchObject({ ino, mtimeMs })
  expect(readdirSync(at('site/embed'))).toEqual(['table'])
})

test('what somebody changed, removed or added among the frames of a site is not taken over', () => {
  replace('before', first)
  writeFileSync(at('frames/table/1/index.html'), 'changed')
  writeFileSync(at('frames/table/1/index.html.gz'), 'added')
  rmSync(at('frames/en'), { recursive: true })
  build('site', first)
  expect(read('site')).toEqual(first)
})

test('frames are those of the site that was replaced last', () => {
  replace('before', first)
  mkdirSync(at('other/embed/x'), { recursive: true })
  leaveFrames(at('other'), at('frames'))
  expect(readdirSync(at('frames'))).toEqual(['x'])
  leaveFrames(at('before'), at('frames'))
  expect(readdirSync(folder).toSorted()).toEqual(['before', 'other'])
})
