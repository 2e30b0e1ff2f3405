import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openArchive } from '../src/readers/docx/archive.ts'
import { findParts } from '../src/readers/docx/document-parts.ts'
import { dropInstructions } from '../src/readers/docx/fields.ts'
import { parsePart } from '../src/readers/docx/parse-part.ts'
import { readDocx } from '../src/readers/docx/read-docx.ts'

const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
const toMain = (text: string) =>
  `<w:document xmlns:w="${w}"><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body></w:document>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
const toRels = (...targets: readonly string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map((target, i) => `<Relationship Id="r${i}" Type="${office}" Target="${target}"/>`)
    .join('')}</Relationships>`
const zip = (parts: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
const mainTextOf = (parts: Readonly<Record<string, string>>) =>
  findParts(openArchive(zip(parts)))
    .main.root()
    .text()

describe('the main part of a DOCX', () => {
  test.each([
    ['is the one that the relationship names', { '_rels/.rels': toRels('word/document2.xml') }, 'two'],
    ['may be named from the root', { '_rels/.rels': toRels('/word/document.xml') }, 'one'],
    ['may be named in another case', { '_rels/.rels': toRels('Word/Document.xml') }, 'one'],
    ['has its usual name where nothing is named', {}, 'one'],
  ] as const)('%s', (_, rels, text) => {
    const parts = { 'word/document.xml': toMain('one'), 'word/document2.xml': toMain('two'), ...rels }
    expect(mainTextOf(parts)).toBe(text)
  })

  test.each([
    ['two are named', { 'a.xml': toMain('a'), 'b.xml': toMain('b'), '_rels/.rels': toRels('a.xml', 'b.xml') }],
    ['two parts differ in case only', { 'word/document.xml': toMain('a'), 'Word/Document.xml': toMain('b') }],
    ['two parts differ in slashes only', { 'word/document.xml': toMain('a'), '/word\\document.xml': toMain('b') }],
  ])('is damaged where %s', (_, parts) => {
    expect(() => mainTextOf(parts)).toThrow(expect.objectContaining({ reason: 'damaged' }))
  })

  test('is no document where it is a spreadsheet', () => {
    const parts = { 'xl/workbook.xml': '<workbook/>', '_rels/.rels': toRels('xl/workbook.xml') }
    expect(() => mainTextOf(parts)).toThrow(expect.objectContaining({ reason: 'format_not_read' }))
  })
})

test.each([
  ['another prefix', `<m:p xmlns:m="${w}" m:x="1"/>`, '<w:p w:x="1"/>'],
  ['no prefix', `<p xmlns="${w}"><t>1</t></p>`, '<w:p><w:t>1</w:t></w:p>'],
  ['a strict document', `<w:p xmlns:w="${strict}"/>`, '<w:p/>'],
  ['a prefix that changes inside', `<a:p xmlns:a="${w}"><b:t xmlns:b="${w}"/></a:p>`, '<w:p><w:t/></w:p>'],
  ['a usual prefix for something else', '<w:p xmlns:w="urn:x"/>', '<other:p/>'],
])('elements come out under the usual prefixes: %s', (_, xml, expected) => {
  const $ = parsePart('a.xml', xml)
  expect($.xml().replaceAll(/ [\w:]*xmlns[\w:]*="[^"]*"/g, '')).toBe(expected)
})

test.each([
  ['a tag left open', '<a><b></a>'],
  ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['text behind the end', '<a/>b'],
])('%s is damaged, not mended', (_, xml) => {
  expect(() => parsePart('a.xml', xml)).toThrow(expect.objectContaining({ reason: 'damaged' }))
})

/** Fields by their marks: `{` begins one, `|` separates, `}` ends; letters are text. */
const toField = (text: string) => {
  const marks: Readonly<Record<string, string>> = { '{': 'begin', '|': 'separate', '}': 'end' }
  const runs = [...text].map((one) => (marks[one] ? `<w:fldChar w:fldCharType="${marks[one]}"/>` : `<w:t>${one}</w:t>`))
  return `<w:p xmlns:w="${w}">${runs.join('')}</w:p>`
}

test.each([
  ['a{b|c}d', 'acd'],
  ['a{b}c', 'ac'],
  ['{a{b|c}d|e}f', 'ef'],
  ['{a|{b|c}d}e', 'cde'],
  ['a{b', 'ab'],
  ['a{b{c|d}', 'abd'],
  ['a}b', 'ab'],
  ['a|b', 'ab'],
])('of the fields in %s stays %s', (text, shown) => {
  const $ = parsePart('a.xml', toField(text))
  dropInstructions($)
  expect($.root().text()).toBe(shown)
})

test('a cell whose last paragraph mark was deleted keeps its text', async () => {
  const paragraph = (text: string) => `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
  const cells = ['规章', '1'].map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')
  const body = `<w:tbl><w:tr>${cells}</w:tr></w:tbl>${paragraph('末')}`
  const xml = `<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`
  const { blocks } = await readDocx(zip({ 'word/document.xml': xml }))
  expect(
    blocks.map((block) => (block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : block.text)),
  ).toEqual([['规章', '1'], '末'])
})

test.each([
  ['the same', '12', '12', false],
  ['the same beside other words', '12 件', '12', false],
  ['other digits', '12', '21', true],
  ['no digit in one of them', '12', '', true],
])(
  'a cell with one text for each program is in doubt where they disagree: %s',
  async (_, choice, fallback, isDoubted) => {
    const textRun = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    const both = `<mc:AlternateContent ${mc}><mc:Choice Requires="wps">${textRun(choice)}</mc:Choice><mc:Fallback>${textRun(fallback)}</mc:Fallback></mc:AlternateContent>`
    const cells = [textRun('规章'), both].map((content) => `<w:tc><w:p>${content}</w:p></w:tc>`)
    const body = `<w:tbl><w:tr>${cells.join('')}</w:tr></w:tbl>`
    const xml = `<w:document xmlns:w="${w}"><w:body>${body}</w:body></w:document>`
    const { blocks } = await readDocx(zip({ 'word/document.xml': xml }))
    const [, cell] = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    expect(cell).toMatchObject({ text: choice })
    expect(cell?.isPartial ?? false).toBe(isDoubted)
  },
)
