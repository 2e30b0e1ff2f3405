import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginFolder, recoverFolder } from '../src/index.ts'

let parent = ''
let out = ''
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'gongkai-disk-'))
  out = join(parent, 'out')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

/** Linux gives no process so high a number. */
const gone = 4_194_305
const write = (folder: string, text: string) => {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'file'), text)
}
const read = () => readFileSync(join(out, 'file'), 'utf8')

test('the new folder stands in the place of the old one, and nothing beside it', () => {
  write(out, 'old')
  const folder = beginFolder(out)
  writeFileSync(join(folder.path, 'file'), 'new')
  expect(read()).toBe('old')
  folder.publish()
  expect(read()).toBe('new')
  expect(readdirSync(parent)).toEqual(['out'])
})

test('something is taken out of the old folder once the new one stands in its place', () => {
  write(out, 'old')
  const folder = beginFolder(out)
  writeFileSync(join(folder.path, 'file'), 'new')
  const taken: string[] = []
  folder.publish((replaced) => taken.push(read(), readFileSync(join(replaced, 'file'), 'utf8')))
  expect(taken).toEqual(['new', 'old'])
  expect(readdirSync(parent)).toEqual(['out'])
})

test('nothing is taken out where there was no folder', () => {
  const taken: string[] = []
  beginFolder(out).publish((replaced) => taken.push(replaced))
  expect(taken).toEqual([])
})

test('a folder thrown away leaves the old one as it was', () => {
  write(out, 'old')
  beginFolder(out).discard()
  expect(read()).toBe('old')
  expect(readdirSync(parent)).toEqual(['out'])
})

test('what was moved away and never replaced comes back', () => {
  write(`${out}.old-${gone}`, 'old')
  write(`${out}.next-${gone}`, 'unfinished')
  expect(recoverFolder(out)).toEqual([`${out}.next-${gone}`])
  expect(read()).toBe('old')
})

test('what was moved away and replaced is removed', () => {
  write(out, 'new')
  write(`${out}.old-${gone}`, 'old')
  expect(recoverFolder(out)).toEqual([])
  expect(read()).toBe('new')
  expect(readdirSync(parent)).toEqual(['out'])
})

test('the folders of a process that runs, and names that are none, stay', () => {
  write(`${out}.next-${process.ppid}`, 'of another')
  write(`${out}.next-notes`, 'of a person')
  expect(recoverFolder(out)).toEqual([])
  expect(existsSync(`${out}.next-${process.ppid}`) && existsSync(`${out}.next-notes`)).toBe(true)
})
