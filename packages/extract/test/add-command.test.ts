import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseCsv } from '../src/lookups/csv.ts'
import { runCommand } from './support/command.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-add-'))
  mkdirSync(join(folder, 'corpus'))
  writeFileSync(join(folder, 'b.txt'), '某县水利局2023年政府信息公开工作年度报告')
  writeFileSync(join(folder, 'a.txt'), '某县林业局2023年政府信息公开工作年度报告')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const add = (...args: readonly string[]) => runCommand('add', [...args, '--corpus', 'corpus'], folder)
const url = 'https://www.example.gov.cn/?a=1,2&b="x"'.replaceAll('"', '%22')
const given = ['--url', url, '--retrieved', '2024-02-01'] as const
const manifest = () => readFileSync(join(folder, 'corpus/manifest.csv'), 'utf8')

test('a document is copied, gets its row in order, and is shown', async () => {
  writeFileSync(
    join(folder, 'corpus/manifest.csv'),
    'file,source_url,retrieved_at,remark\n"c,1.txt",https://c,2024-01-01,"a ""b"""\n',
  )
  const { code, stdout } = await add('b.txt', ...given)
  expect(code).toBe(0)
  expect(stdout).toContain('某县水利局')
  await add('a.txt', ...given)
  expect(manifest()).toBe(
    `file,source_url,retrieved_at,remark\na.txt,"${url}",2024-02-01,\nb.txt,"${url}",2024-02-01,\n"c,1.txt",https://c,2024-01-01,"a ""b"""\n`,
  )
  expect(readFileSync(join(folder, 'corpus/b.txt'), 'utf8')).toContain('某县水利局')
})

test('the same again changes nothing', async () => {
  await add('a.txt', ...given)
  const before = manifest()
  expect(await add('a.txt', ...given)).toMatchObject({ code: 0 })
  expect(manifest()).toBe(before)
  expect(parseCsv(before)).toHaveLength(1)
})

test.each([
  ['another document of that name', ['b.txt', '--name', 'a.txt', ...given], 'other content'],
  ['the same content under another name', ['a.txt', '--name', 'd.txt', ...given], 'is there as "a.txt"'],
  ['another address', ['a.txt', '--url', 'https://x.cn', '--retrieved', '2024-02-01'], 'the manifest says'],
  ['no address', ['b.txt', '--retrieved', '2024-02-01'], '--url is missing: it must be an address'],
  [
    'an address with a password',
    ['b.txt', '--url', 'https://u:13800001234@x.cn/', '--retrieved', '2024-02-01'],
    '--url "https://…@x.cn/" must be an address without a user name and a password',
  ],
  [
    'an address that a browser would run',
    ['b.txt', '--url', 'javascript:alert(1)', '--retrieved', '2024-02-01'],
    'must be an address',
  ],
  [
    'a day that does not exist',
    ['b.txt', '--url', url, '--retrieved', '2024-02-30'],
    '--retrieved "2024-02-30" must be a date',
  ],
  ['a name that leads elsewhere', ['b.txt', '--name', '../b.txt', ...given], 'no good name'],
  ['a name that is a formula', ['b.txt', '--name', '=b.txt', ...given], 'no good name'],
  ['a name with a telephone number', ['b.txt', '--name', '手机13800001234.txt', ...given], 'personal data'],
  ['a file that is not there', ['e.txt', ...given], 'is not a file'],
] as const)('%s is refused, and nothing changes', async (_, args, message) => {
  await add('a.txt', ...given)
  const before = manifest()
  const { code, stderr } = await add(...args)
  expect(stderr).toContain(message)
  expect(stderr).not.toContain('13800001234')
  expect(code).toBe(2)
  expect(manifest()).toBe(before)
  expect(readdirSync(join(folder, 'corpus')).sort()).toEqual(['a.txt', 'manifest.csv'])
})

test('nothing is added to a manifest that has a bad row', async () => {
  writeFileSync(join(folder, 'corpus/manifest.csv'), 'file,source_url,retrieved_at\nc.txt,,2023-02-30\n')
  const before = manifest()
  const { code, stderr } = await add('a.txt', ...given)
  expect(stderr).toContain('manifest.csv, row 2: retrieved_at "2023-02-30" must be a date such as 2024-01-31, or empty')
  expect(code).toBe(2)
  expect(manifest()).toBe(before)
  expect(readdirSync(join(folder, 'corpus'))).toEqual(['manifest.csv'])
})
