import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packFiles } from '../../integrations/pack-files.ts'
import { answerAtEdge, type EdgeSite } from '../../src/packs/edge.ts'
import { readHeaderRules } from '../../src/packs/header-rules.ts'

const base = 'https://example.org/below/'
const files = {
  'r/甲-2023/index.html': '<h1>甲</h1>',
  'en/r/甲-2023/index.html': '<h1>A</h1>',
  'agency/甲.json': '{}',
  'embed/table/甲-2023/index.html': '<table></table>',
  'index.html': 'home',
} as const

let folder = ''
let edge: EdgeSite

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-edge-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const site = await packFiles(folder, 'served')
  const rules = readHeaderRules('/*\n  X-Frame: none\n/embed/*\n  ! X-Frame\n/agency/*.json\n  X-Open: yes\n')
  edge = {
    base,
    site,
    rules,
    read: async ({ file, start, end }) =>
      existsSync(join(folder, file))
        ? new Uint8Array(readFileSync(join(folder, file)).subarray(start, end + 1))
        : undefined,
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ask = (path: string, method = 'GET') => answerAtEdge(new Request(base + path, { method }), edge)

test.each([
  ['r/甲-2023/', 'text/html; charset=utf-8', '<h1>甲</h1>', { 'x-frame': 'none' }],
  ['en/r/%E7%94%B2-2023/?a=1', 'text/html; charset=utf-8', '<h1>A</h1>', { 'x-frame': 'none' }],
  [
    'agency/甲.json',
    'application/json; charset=utf-8',
    '{}',
    { 'x-frame': 'none', 'x-open': 'yes', 'content-disposition': 'attachment' },
  ],
  ['embed/table/甲-2023/', 'text/html; charset=utf-8', '<table></table>', {}],
])('%s comes out of the packs with the headers of the site', async (path, type, body, own) => {
  const answer = await ask(path)
  expect(answer?.status).toBe(200)
  expect(Object.fromEntries(answer?.headers ?? [])).toEqual({
    'content-type': type,
    'x-content-type-options': 'nosniff',
    ...own,
  })
  expect(await answer?.text()).toBe(body)
})

test('a folder without its slash is led to its address', async () => {
  const answer = await ask('r/甲-2023')
  expect([answer?.status, answer?.headers.get('location')]).toEqual([301, `${base}r/%E7%94%B2-2023/`])
})

test.each([
  ['', 'GET'],
  ['r/乙-2023/', 'GET'],
  ['r/%ff/', 'GET'],
  ['r/甲-2023/', 'POST'],
  ['../r/甲-2023/', 'GET'],
])('%j by %s is left to the host', async (path, method) => {
  expect(await ask(path, method)).toBeUndefined()
})

test('packs of another release are not read', async () => {
  const site = { ...edge.site, version: '0'.repeat(12) }
  expect(await answerAtEdge(new Request(`${base}r/甲-2023/`), { ...edge, site })).toBeUndefined()
})
