import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endOf, runCommand, startCommand } from './support/command.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-inspect-bounds-'))
  writeFileSync(join(folder, 'heavy.html'), `<html><body>${'<p>甲'.repeat(700_000)}</body></html>`)
  writeFileSync(join(folder, 'light.txt'), '某县水利局2023年政府信息公开工作年度报告')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file that takes all memory is refused by name and limit, and the next one is shown', async () => {
  const { code, stdout, stderr } = await runCommand('inspect', ['heavy.html', 'light.txt', '--lang', 'en'], folder)
  expect(stderr).toMatch(/^Cannot read "heavy\.html": The content exceeds a limit \(.*\d.*\)\n$/)
  expect(stdout).toContain('某县水利局')
  expect(code).toBe(2)
}, 120_000)

test('a pager that is closed early is no error, and the files behind are still read', async () => {
  const child = startCommand('inspect', ['light.txt', 'light.txt', 'none.txt'], folder)
  child.stdout?.destroy()
  const { code, stderr } = await endOf(child)
  expect(stderr).toBe('不能读取“none.txt”：没有这个文件\n')
  expect(code).toBe(2)
}, 120_000)

test('what is added is shown within the same bounds', async () => {
  mkdirSync(join(folder, 'corpus'))
  const given = ['--url', 'https://example.org/', '--retrieved', '2024-02-01', '--corpus', 'corpus']
  const { code, stdout, stderr } = await runCommand('add', ['heavy.html', ...given], folder)
  expect(stdout).toContain('Added "heavy.html"')
  expect(stderr).toMatch(/heavy\.html”：内容超过处理限制（加 --lang en 可看详情）/)
  expect(code).toBe(0) // it is in the corpus now, and the build rejects it with its reason
}, 120_000)

test('a file that cannot be opened is refused by name', async () => {
  const { code, stderr } = await runCommand('inspect', ['none.txt'], folder)
  expect(stderr).toBe('不能读取“none.txt”：没有这个文件\n')
  expect(code).toBe(2)
}, 120_000)
