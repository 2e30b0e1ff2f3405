import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readToolFlags } from '../tools/command/flags.ts'

test.each([
  ['--help', "Unknown option '--help'"],
  ['--times=some', '--times "some" must be a whole number above 0'],
  ['--times=0', '--times "0" must be a whole number above 0'],
  ['--times=-1', '--times "-1" must be a whole number above 0'],
])('a tool that is given %s says what is wrong and how it is called', (flag, said) => {
  const tool = join(import.meta.dirname, '../packages/extract/tools/race.ts')
  const { status, stdout, stderr } = spawnSync(process.execPath, [tool, flag], { encoding: 'utf8' })
  expect([status, stdout, stderr]).toEqual([2, '', `${said}\nUsage: npm run race -- [--times 500]\n`])
})

test('without flags a tool goes by its defaults', () => {
  const given = process.argv
  process.argv = given.slice(0, 2)
  expect(readToolFlags('x', { times: 500, only: '', markdown: false })).toEqual({
    times: 500,
    only: '',
    markdown: false,
  })
  process.argv = [...given.slice(0, 2), '--times', '20', '--only', 'a', '--markdown']
  expect(readToolFlags('x', { times: 500, only: '', markdown: false })).toEqual({
    times: 20,
    only: 'a',
    markdown: true,
  })
  process.argv = given
})
