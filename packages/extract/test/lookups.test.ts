import { type LookupName, lookupNames, readLookups } from '@gongkai/schema'
import { describe, expect, test } from 'vitest'
import { loadLookupTexts } from '../src/cli/run/load-lookups.ts'
import { parseTable } from '../src/lookups/csv.ts'
import { forEachLookup, toLookups } from '../src/lookups/to-lookups.ts'
import { nameRequired, refusedOfCopies, sha, wordsRequired } from './support/refused-copies.ts'

const texts = loadLookupTexts()
const tables = forEachLookup((name) => parseTable(`data/lookups/${name}.csv`, texts[name]))
const read = (name: LookupName, text: string) =>
  readLookups({ ...tables, [name]: parseTable(`data/lookups/${name}.csv`, text) })
/**
 * What is said of a row put behind those of a file, without the name of the file and the number of the row; `{before}`
 * stands for the number of the row before it.
 */
function refusalOf(name: LookupName, rows: string): string {
  const text = `${texts[name]}${rows}\n`
  const line = text.split('\n').length - 1
  try {
    read(name, text)
  } catch (error) {
    const where = `RangeError: data/lookups/${name}.csv, row ${line}: `
    expect(String(error)).toContain(where)
    return String(error)
      .slice(where.length)
      .replace(`row ${line - 1} already`, 'row {before} already')
  }
  return 'taken'
}

const key = 'requests.granted.total'
const sumRequired = 'must be the SHA-256 of a document, 64 digits of 0-9 and a-f'
const divisionRequired = 'must be the code of a division in data/lookups/divisions.csv'

const refused: Readonly<Record<LookupName, readonly (readonly [what: string, row: string, message: string])[]>> = {
  labels: [
    [
      'a kind that no form has',
      'request,granted,x,r,s',
      'form "request" must be one of: requests, disclosure, measures, outcomes, groups',
    ],
    [
      'a row that no form has',
      'requests,granted_in_prat,x,r,s',
      'id "granted_in_prat" is no row of the form "requests"; allowed: new_received, carried_in, granted, ',
    ],
    [
      'a row of another form',
      'disclosure,granted,x,r,s',
      'id "granted" is no row of the form "disclosure"; allowed: rules, normative_documents, ',
    ],
    [
      'a column that no form has',
      'measures,rules,x,r,s',
      'id "rules" is no column of the form "disclosure"; allowed: made, ',
    ],
    [
      'a column of 表四',
      'outcomes,upheld_,x,r,s',
      'id "upheld_" is no column of the form "proceedings"; allowed: upheld, ',
    ],
    [
      'a row of 表四',
      'groups,litigation,x,r,s',
      'id "litigation" is no row of the form "proceedings"; allowed: reconsideration, litigation.direct, ',
    ],
    ['no label', 'requests,granted,,r,s', `label "" ${nameRequired}`],
    ['a label with blanks behind it', 'requests,granted,"x ",r,s', `label "x " ${nameRequired}`],
    ['no reason', 'requests,granted,x, ,s', 'reason " " must be given'],
    ['no source', 'requests,granted,x,r,', 'source "" must be given'],
    [
      'a spelling twice',
      'requests,granted,x,r,s\nrequests,carried_in,x,r,s',
      'form "requests" with label "x" stands in row {before} already',
    ],
    [
      'a spelling twice, in another script and with marks',
      'requests,granted,（公開）ｘ,r,s\nrequests,granted,公开x,r,s',
      'form "requests" with label "公开x" stands in row {before} already',
    ],
    [
      'a value too many',
      'requests,granted,x,r,s,t',
      '6 values, the last of them "t"; 5 are required: form,id,label,reason,source (a value with a comma stands in quotes)',
    ],
    [
      'a value too few',
      'requests,granted,x,r',
      '4 values, the last of them "r"; 5 are required: form,id,label,reason,source (a value with a comma stands in quotes)',
    ],
  ],
  'document-kinds': [
    ['no words', ',title,guide,r,s', `words "" ${nameRequired}`],
    ['a place that none is', '年鉴,middle,guide,r,s', 'place "middle" must be one of: title, end, text'],
    ['a kind that is no reason', '年鉴,title,almanac,r,s', 'kind "almanac" must be one of: empty, not_a_file, '],
    ['no reason', '年鉴,title,guide,,s', 'reason "" must be given'],
    [
      'words of one place twice',
      '年鉴,title,guide,r,s\n年鉴,title,plan,r,s',
      'words "年鉴" with place "title" stands in row {before} already',
    ],
  ],
  'page-labels': [
    ['no label', ',published,r,s', `label "" ${nameRequired}`],
    ['a field that none is', '登报日期,day,r,s', 'field "day" must be one of: index_number, document_number, '],
    ['no source', '登报日期,published,r,', 'source "" must be given'],
    ['a label twice', '登报日期,dated,r,s\n登报日期,other,r,s', 'label "登报日期" stands in row {before} already'],
  ],
  corrections: [
    ['a sum cut short', `${sha.slice(1)},${key},7,r,w`, `sha256 "${sha.slice(1)}" ${sumRequired}`],
    ['a sum in capitals', `${sha.toUpperCase()},${key},7,r,w`, `sha256 "${sha.toUpperCase()}" ${sumRequired}`],
    [
      'a cell that no form has',
      `${sha},requests.grantd.total,7,r,w`,
      'key "requests.grantd.total" is no cell of a form; allowed: requests.granted.natural_person, ',
    ],
    [
      'words for a value',
      `${sha},${key},many,r,w`,
      'value "many" must be a number, or one of: blank, not_applicable, missing',
    ],
    [
      'a state that needs words',
      `${sha},${key},text,r,w`,
      'value "text" must be a number, or one of: blank, not_applicable, missing',
    ],
    [
      'a number beyond all counting',
      `${sha},${key},${'9'.repeat(30)},r,w`,
      `value "${'9'.repeat(30)}" must be a number, or one of: blank, not_applicable, missing`,
    ],
    ['no reason', `${sha},${key},7,,w`, 'reason "" must be given'],
    ['no reviewer', `${sha},${key},7,r,`, 'reviewer "" must be given'],
    [
      'a cell twice',
      `${sha},${key},7,r,w\n${sha},${key},8,r,w`,
      `sha256 "${sha}" with key "${key}" stands in row {before} already`,
    ],
  ],
  identity: [
    ['no sum', 'x,agency,某局,r,w', `sha256 "x" ${sumRequired}`],
    ['a field that is not settled', `${sha},name,某局,r,w`, 'field "name" must be one of: agency, year, region_code'],
    ['an agency without a name', `${sha},agency,,r,w`, `value "" ${nameRequired}`],
    ['a year of two digits', `${sha},year,22,r,w`, 'value "22" must be a year, four digits'],
    ['a division that is not in use', `${sha},region_code,110103,r,w`, `value "110103" ${divisionRequired}`],
    ['no reason', `${sha},year,2022,,w`, 'reason "" must be given'],
    ['no reviewer', `${sha},year,2022,r,`, 'reviewer "" must be given'],
    [
      'a field twice',
      `${sha},year,2022,r,w\n${sha},year,2023,r,w`,
      `sha256 "${sha}" with field "year" stands in row {before} already`,
    ],
  ],
  spam: [
    ['no word', ',,,cut,r,s', `word "" ${nameRequired}`],
    ['a pattern', '高清.*在线,,,cut,r,s', `word "高清.*在线" ${wordsRequired}`],
    ['a pattern behind a word', '高清,(在线|免费),4,cut,r,s', `followed_by "(在线|免费)" ${wordsRequired}, or empty`],
    ['a gap of words', '高清,在线,few,cut,r,s', 'gap "few" must be a number of characters, 0 to 99, or empty'],
    ['a gap before nothing', '高清,,4,cut,r,s', 'gap "4" must be empty where no word follows'],
    ['a word without its gap', '高清,在线,,cut,r,s', 'gap "" must be given where another word follows'],
    ['an effect that is none', '某某,,,hide,r,s', 'effect "hide" must be one of: cut, flag, tail'],
    ['no reason', '某某,,,cut,,s', 'reason "" must be given'],
    ['no source', '某某,,,cut,r,', 'source "" must be given'],
    ['a word twice', '某,,,cut,r,s\n某,,,flag,r,s', 'word "某" with followed_by "" stands in row {before} already'],
  ],
  'no-advertising': [
    ['no word', ',phrase,r,s', `word "" ${nameRequired}`],
    ['a pattern', '体育(彩票)?,phrase,r,s', `word "体育(彩票)?" ${wordsRequired}`],
    ['a kind that is none', '某某,word,r,s', 'kind "word" must be one of: phrase, clause, public'],
    ['no reason', '某某,phrase,,s', 'reason "" must be given'],
    ['no source', '某某,phrase,r,', 'source "" must be given'],
    ['a word twice', '某,phrase,r,s\n某,phrase,r,s', 'word "某" with kind "phrase" stands in row {before} already'],
  ],
  furniture: [
    ['no word', ',0,0,r,s', `word "" ${nameRequired}`],
    ['a pattern', '打印(本页)?,0,0,r,s', `word "打印(本页)?" ${wordsRequired}`],
    ['no number in front', '某,,0,r,s', 'before "" must be a number of characters, 0 to 99'],
    ['a number too long', '某,0,100,r,s', 'after "100" must be a number of characters, 0 to 99'],
    ['no reason', '某,0,0,,s', 'reason "" must be given'],
    ['no source', '某,0,0,r,', 'source "" must be given'],
    ['a word twice', '某,0,0,r,s\n某,1,0,r,s', 'word "某" stands in row {before} already'],
  ],
  brands: [
    [
      'a kind that is none',
      'city,某,r,s',
      'kind "city" must be one of: name, shared_name, latin_name, trade, entrance, latin_word',
    ],
    ['no word', 'name,,r,s', `word "" ${nameRequired}`],
    ['a pattern', 'name,[某甲],r,s', `word "[某甲]" ${wordsRequired}`],
    ['no reason', 'name,某,,s', 'reason "" must be given'],
    ['no source', 'name,某,r,', 'source "" must be given'],
    ['a word twice', 'name,某,r,s\nname,某,r,s', 'kind "name" with word "某" stands in row {before} already'],
  ],
  'section-headings': [
    ['a section that no form has', '7,某,r,s', 'section "7" must be one of: 1, 2, 3, 4, 5, 6, lead'],
    ['no heading', '1,,r,s', `heading "" ${nameRequired}`],
    ['a pattern', '1,某(总体|基本)情况,r,s', `heading "某(总体|基本)情况" ${wordsRequired}`],
    ['no reason', '1,某,,s', 'reason "" must be given'],
    ['no source', '1,某,r,', 'source "" must be given'],
    ['a heading twice, with marks', '1,某某,r,s\n2,某、某,r,s', 'heading "某、某" stands in row {before} already'],
  ],
  'ignored-lines': [
    ['no text', ',whole,r,s', `text "" ${nameRequired}`],
    ['a pattern', '^总计$,whole,r,s', `text "^总计$" ${wordsRequired}`],
    ['a place that is none', '某,middle,r,s', 'where "middle" must be one of: whole, start, end'],
    ['no reason', '某,whole,,s', 'reason "" must be given'],
    ['no source', '某,whole,r,', 'source "" must be given'],
    ['a text twice', '某,whole,r,s\n某,end,r,s', 'text "某" stands in row {before} already'],
  ],
  divisions: [
    [
      'a code of five digits',
      '11010,某区,,county,110000,北京市,',
      'code "11010" must be a code of GB/T 2260, six digits',
    ],
    ['no name', '110199,,,county,110000,北京市,', `name "" ${nameRequired}`],
    [
      'an unknown level',
      '110199,某区,,city,110000,北京市,',
      'level "city" must be one of: province, prefecture, county',
    ],
    [
      'a parent that is not there',
      '110199,某区,,county,119900,北京市,',
      'parent_code "119900" must be the code of a row of this file',
    ],
    [
      'a province with a parent',
      '990000,某省,,province,110000,某省,',
      'parent_code "110000" must be empty for a province',
    ],
    [
      'a code twice',
      '110199,某区,,county,110000,北京市,\n110199,另区,,county,110000,北京市,',
      'code "110199" stands in row {before} already',
    ],
  ],
  'former-divisions': [
    [
      'a former code of words',
      'x,某县,110101,东城区,2010,merged,r,s',
      'former_code "x" must be a code of GB/T 2260, six digits',
    ],
    [
      'a former code that is in use',
      '110102,某县,110101,东城区,2010,merged,r,s',
      'former_code "110102" must not be the code of a division in data/lookups/divisions.csv',
    ],
    ['a division that is not in use', '119999,某县,110103,东城区,2010,merged,r,s', `code "110103" ${divisionRequired}`],
    [
      'another name than the division has',
      '119999,某县,110101,西城区,2010,merged,r,s',
      'name "西城区" must be "东城区", the name of the division 110101',
    ],
    ['a year that is none', '119999,某县,110101,东城区,20l0,merged,r,s', 'until "20l0" must be a year, four digits'],
    ['an unknown change', '119999,某县,110101,东城区,2010,split,r,s', 'change "split" must be one of: renamed, merged'],
    ['no reason', '119999,某县,110101,东城区,2010,merged,,s', 'reason "" must be given'],
    ['no source', '119999,某县,110101,东城区,2010,merged,r,', 'source "" must be given'],
    [
      'a former name twice',
      '119999,某区,110101,东城区,2010,merged,r,s\n119999,某区,110101,东城区,2011,merged,r,s',
      'former_code "119999" with former_name "某区" stands in row {before} already',
    ],
  ],
  'division-aliases': [
    ['no name', ',150223,r,s', `name "" ${nameRequired}`],
    ['a division that is not in use', '某旗,110103,r,s', `code "110103" ${divisionRequired}`],
    ['no reason', '某旗,150223,,s', 'reason "" must be given'],
    ['no source', '某旗,150223,r,', 'source "" must be given'],
    [
      'a name twice',
      '某旗,150223,r,s\n某旗,150223,r,s',
      'name "某旗" with code "150223" stands in row {before} already',
    ],
  ],
  zones: [
    ['no name', ',130000,r,s', `name "" ${nameRequired}`],
    ['a parent that is not in use', '某新区,110103,r,s', `parent_code "110103" ${divisionRequired}`],
    ['no reason', '某新区,130000,,s', 'reason "" must be given'],
    ['no source', '某新区,130000,r,', 'source "" must be given'],
    ['a zone twice', '某新区,130000,r,s\n某新区,110000,r,s', 'name "某新区" stands in row {before} already'],
  ],
  'agency-suffixes': [
    ['no short form', ',某局,r,s', `short "" ${nameRequired}`],
    ['no full form', '某,,r,s', `full "" ${nameRequired}`],
    ['no reason', '某,某局,,s', 'reason "" must be given'],
    ['no source', '某,某局,r,', 'source "" must be given'],
    ['a short form twice', '某,某局,r,s\n某,另一局,r,s', 'short "某" stands in row {before} already'],
  ],
  functions: [
    ['no keyword', ',science,r,s', `keyword "" ${nameRequired}`],
    ['an id in capitals', '某,Science,r,s', 'function "Science" must be an id in lower case, e.g. civil_affairs'],
    ['no reason', '某,science,,s', 'reason "" must be given'],
    ['no source', '某,science,r,', 'source "" must be given'],
    [
      'a keyword twice',
      '某,science,r,s\n某,science,r,s',
      'keyword "某" with function "science" stands in row {before} already',
    ],
  ],
  agencies: [
    [
      'an id without its code',
      'shuiliju,110101,水利局,,,r,s',
      'agency_id "shuiliju" must be a code, a hyphen and pinyin, e.g. 140212-kexuejishuju',
    ],
    [
      'a division that is not in use',
      '110103-shuiliju,110103,水利局,,,r,s',
      'region_code "110103" must be 000000 or the code of a division in data/lookups/divisions.csv',
    ],
    ['no name', '110101-shuiliju,110101,,,,r,s', `agency_name "" ${nameRequired}`],
    [
      'a day that the calendar lacks',
      '110101-shuiliju,110101,水利局,2023-02-30,,r,s',
      'valid_from "2023-02-30" must be a date such as 2024-01-31, or empty',
    ],
    [
      'a year for a day',
      '110101-shuiliju,110101,水利局,,2023,r,s',
      'valid_to "2023" must be a date such as 2024-01-31, or empty',
    ],
    [
      'an end before its beginning',
      '110101-shuiliju,110101,水利局,2023-01-02,2023-01-01,r,s',
      'valid_to "2023-01-01" must not be before 2023-01-02',
    ],
    ['no reason', '110101-shuiliju,110101,水利局,,,,s', 'reason "" must be given'],
    ['no source', '110101-shuiliju,110101,水利局,,,r,', 'source "" must be given'],
    [
      'an agency twice',
      '110101-shuiliju,110101,水利局,,,r,s\n110101-shuiju,110101,水利局,,,r,s',
      'region_code "110101" with agency_name "水利局" stands in row {before} already',
    ],
  ],
  ...refusedOfCopies,
}

const cases = lookupNames.flatMap((name) => refused[name].map(([what, row, message]) => ({ name, what, row, message })))

test.each(cases)('$what is refused in $name', ({ name, row, message }) => {
  expect(refusalOf(name, row)).toMatch(new RegExp(`^${RegExp.escape(message)}${/[,:] $/.test(message) ? '' : '$'}`))
})

describe('every file', () => {
  test.each(lookupNames)('%s.csv is refused without one of its columns', (name) => {
    const [head = ''] = texts[name].split('\n')
    const spoilt = head.slice(0, -1)
    expect(() => read(name, texts[name].replace(head, spoilt))).toThrow(
      `data/lookups/${name}.csv, row 1: the columns are "${spoilt}"; required: ${head}, each once`,
    )
  })

  test.each(lookupNames)('%s.csv holds rows, or its columns alone', (name) => {
    expect(readLookups(tables)[name]).toHaveLength(tables[name].rows.length)
  })
})

test.each([
  ['requests,granted,二、上年结转政府信息公开申请数量,r,s', 'granted', 'requests', 'carried_in'],
  ['disclosure,rules,行政 许可,r,s', 'rules', 'disclosure', 'licensing'],
  ['outcomes,upheld,結果糾正,r,s', 'upheld', 'outcomes', 'corrected'],
] as const)('a label that the form declares for another row is refused: %s', (row, id, form, declared) => {
  const text = `${texts.labels}${row}\n`
  const line = text.split('\n').length - 1
  const label = row.split(',')[2]
  expect(() => toLookups({ ...texts, labels: text })).toThrow(
    `data/lookups/labels.csv, row ${line}: label "${label}" is no spelling of "${id}": the form "${form}" declares it for "${declared}"`,
  )
})

test('a label that the form declares for the same row is taken', () => {
  const text = `${texts.labels}requests,carried_in,上年结转政府信息公开申请数量,r,s\n`
  expect(toLookups({ ...texts, labels: text }).labels.namesOf('上年结转政府信息公开申请数量').requests?.id).toBe(
    'carried_in',
  )
})

test.each([
  ['labels', 'requests,granted,某某,r,s'],
  ['corrections', `${sha},${key},-1.5,r,w`],
  ['corrections', `${sha},${key},missing,r,w`],
  ['identity', `${sha},region_code,110101,r,w`],
  ['sources', 'www.a.gov.cn,000000,某部,r,s'],
  ['agencies', '000000-x,000000,某部,2023-01-02,2023-01-02,r,s'],
] as const)('a row of %s.csv is taken: %s', (name, row) => {
  expect(refusalOf(name, row)).toBe('taken')
})
