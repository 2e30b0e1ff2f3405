import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingNames } from '@gongkai/schema'
import { expect, test } from 'vitest'

const read = (path: string) => readFileSync(join(import.meta.dirname, '..', path), 'utf8')
const workflow = read('.github/workflows/publish.yml')
/** What follows `run:` on its line. */
const commands = [...workflow.matchAll(/^\s+(?:- )?run: ([^|\n]+)$/gm)].map(([, command = '']) => command.trim())

test('the workflow builds and tests by the scripts that there are, tests first', () => {
  const { scripts } = JSON.parse(read('package.json'))
  const named = commands.flatMap((command) => /^npm (?:run )?(\w+)$/.exec(command)?.[1] ?? [])
  expect(named).toEqual(['ci', 'test', 'build'])
  for (const name of named.filter((one) => one !== 'ci')) expect(scripts).toHaveProperty(name)
})

test('it needs no secret, and each job may do no more than it must', () => {
  expect(workflow).not.toMatch(/\bsecrets\./)
  expect(workflow).toMatch(/^permissions:\n {2}contents: read$/m)
  const granted = [...workflow.matchAll(/^ {6}([\w-]+): write$/gm)].map(([, name]) => name)
  expect(granted).toEqual(['pages', 'id-token', 'contents'])
})

test('it sets what the guide to hosts names, to the folders that the build writes', () => {
  const set = [...workflow.matchAll(/^ {10}([A-Z_]+):/gm)].map(([, name = '']) => name)
  expect(set.filter((name) => (settingNames as readonly string[]).includes(name))).toEqual([
    'SITE_URL',
    'BASE_PATH',
    'SITE_CONTACT',
    'BUILD_COMMIT',
  ])
  for (const folder of ['apps/site/dist', 'data/dataset']) expect(workflow).toContain(`path: ${folder}\n`)
  expect(read('docs/deploy.md')).toContain('.github/workflows/publish.yml')
})
