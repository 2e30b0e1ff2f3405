import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginFolder, explain, explaining } from '../src/index.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-explain-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const toError = (code: string) => Object.assign(new Error(`${code}: as the system says it`), { code })

test.each([
  ['ENOSPC', 'Cannot write "/a": the disk is full (ENOSPC)'],
  ['EROFS', 'Cannot write "/a": the disk is read-only (EROFS)'],
  ['EACCES', 'Cannot write "/a": permission is denied (EACCES)'],
  ['ENOENT', 'Cannot write "/a": a folder of it is missing (ENOENT)'],
])('%s is said in words, with the path', (code, message) => {
  expect(explain(toError(code), 'write', '/a')).toMatchObject({ message, cause: { code } })
})

test('what is no error of the disk stays as it is', () => {
  const errors = [new Error('ours'), toError('ERR_INVALID_ARG_TYPE'), 'text']
  for (const error of errors) expect(explain(error, 'write', '/a')).toBe(error)
  expect(explaining('write', '/a', () => 1)).toBe(1)
})

test('a folder that cannot be made is named with the reason', () => {
  writeFileSync(join(folder, 'file'), '')
  const below = join(folder, 'file/out')
  expect(() => beginFolder(below)).toThrow(/^Cannot write ".*file\/out\.next-\d+": a part of its path is a file/)
})
