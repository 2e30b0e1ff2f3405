import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { figures, findBlocks, readBlock, replaceBlock } from '../tools/figures/block.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

test('the README repeats every figure that is measured, and no other', () => {
  expect([...findBlocks(read('README.md'))].sort()).toEqual(Object.keys(figures).sort())
})

test.each(Object.keys(figures))(
  'the README says of "%s" what docs/figures says; npm run figures rewrites both',
  (name) => {
    expect(readBlock(read('README.md'), name)).toBe(read(`docs/figures/${name}.md`).trim())
  },
)

test('measuring the audit again gives the same figures', () => {
  const [file, ...flags] = figures.audit
  expect(execFileSync(process.execPath, [join(root, file), ...flags], { encoding: 'utf8' })).toBe(
    read('docs/figures/audit.md'),
  )
}, 240_000)

test('a block is replaced between its marks and nowhere else', () => {
  const text = 'a\n<!-- figures:x -->\nold\n<!-- /figures:x -->\nb <!-- figures:y -->y<!-- /figures:y -->\n'
  expect(replaceBlock(text, 'x', 'new\n')).toBe(
    'a\n<!-- figures:x -->\nnew\n<!-- /figures:x -->\nb <!-- figures:y -->y<!-- /figures:y -->\n',
  )
  expect(readBlock(text, 'y')).toBe('y')
  expect(() => replaceBlock(text, 'z', '')).toThrow('"<!-- figures:z -->"')
})
