import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ledgerEntrySchema } from '../src/index.ts'
import { toGlossary } from '../tools/glossary.ts'

test('docs/glossary.md is what the declarations say; `npm run build --workspace @gongkai/schema` rewrites it', () => {
  expect(readFileSync(join(import.meta.dirname, '../../../docs/glossary.md'), 'utf8')).toBe(toGlossary())
})

const rejected = {
  path: 'empty.txt',
  documentId: null,
  mediaType: null,
  bytes: 0,
  sourceUrl: null,
  retrievedAt: null,
  status: 'rejected',
  reason: 'empty',
  detail: null,
  duplicateOf: null,
  reader: null,
}

test.each([
  ['a rejected file', { document: rejected, reports: [] }, true],
  ['a file without its path', { document: { ...rejected, path: undefined }, reports: [] }, false],
  ['an unknown status', { document: { ...rejected, status: 'lost' }, reports: [] }, false],
  ['an entry without reports', { document: rejected }, false],
])('the JSON Schema and zod agree about %s', (_, entry, isValid) => {
  const validate = new Ajv2020({ strict: false }).compile(z.toJSONSchema(ledgerEntrySchema))
  expect(validate(JSON.parse(JSON.stringify(entry)))).toBe(isValid)
  expect(ledgerEntrySchema.safeParse(entry).success).toBe(isValid)
})
