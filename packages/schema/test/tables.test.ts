import { expect, test } from 'vitest'
import { tables } from '../src/index.ts'
import { codeLists, toCodebook } from '../tools/codebook.ts'

// Reserved in DuckDB, PostgreSQL, MySQL or SQLite: a column of that name would have to be quoted somewhere.
const reservedWords = new Set(
  `all alter analyse analyze and any array as asc asymmetric between both by case cast check collate column constraint create
  cross current_date current_time current_timestamp current_user default deferrable delete desc describe distinct do drop
  else end except exists false fetch for foreign from full grant group groups having if ilike in index initially inner
  insert intersect interval into is isnull join lateral leading left like limit localtime localtimestamp natural not
  notnull null offset on only or order outer over overlaps pivot placing primary qualify range rank references returning
  right row rows select session_user set show similar some start summarize symmetric table then to trailing transaction
  true union unique unpivot update user using values variadic verbose when where window with`.split(/\s+/),
)

test('no two tables share a name', () => {
  const names = tables.map((table) => table.name)
  expect(names.length).toBeGreaterThan(0)
  expect(new Set(names).size).toBe(names.length)
})

test.each(tables.map((table) => [table.name, table] as const))(
  'columns of %s are unique snake_case and no SQL keyword',
  (_, table) => {
    const names = table.columns.map((column) => column.name)
    expect(names.length).toBeGreaterThan(0)
    expect(new Set(names).size).toBe(names.length)
    for (const name of [table.name, ...names]) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
      expect(reservedWords).not.toContain(name)
    }
  },
)

test.each(tables.map((table) => [table.name, table] as const))(
  '%s is documented in both languages and its key is among its columns',
  (_, table) => {
    const names = table.columns.map((column) => column.name)
    expect(table.key.length).toBeGreaterThan(0)
    for (const part of table.key) expect(names).toContain(part)
    for (const label of [table.per, ...table.columns.map((column) => column.label)]) {
      expect(label.zh).toMatch(/\p{Script=Han}/u)
      expect(label.en.trim()).not.toBe('')
    }
  },
)

test.each(codeLists.map((list) => [list.name, list] as const))(
  'every code of %s is explained in both languages',
  (_, list) => {
    expect(Object.keys(list.codes).length).toBeGreaterThan(0)
    for (const [code, label] of Object.entries(list.codes)) {
      expect(code).toMatch(/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/)
      expect(label.zh).toMatch(/\p{Script=Han}/u)
      expect(label.en.trim()).not.toBe('')
    }
  },
)

test('the codebook names every table, every form and every list of codes', () => {
  const codebook = toCodebook()
  expect(codebook.tables.map((table) => table.name)).toEqual(tables.map((table) => table.name))
  expect(codebook.forms.map((form) => `${form.id} ${form.edition}`)).toHaveLength(6)
  expect(Object.keys(codebook.codes)).toEqual(codeLists.map((list) => list.name))
})
