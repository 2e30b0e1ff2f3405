import { readManifest } from '@gongkai/schema'
import { expect, test } from 'vitest'
import { parseTable } from '../src/lookups/csv.ts'
import { toRedacted } from '../src/repair/privacy.ts'

const head = 'file,source_url,retrieved_at'
const read = (text: string) => readManifest(parseTable('corpus/manifest.csv', text), toRedacted)
const addressRequired = 'must be an address that begins with http:// or https://, or empty'
const noUser = 'must be an address without a user name and a password, or empty'
const dayRequired = 'must be a date such as 2024-01-31, or empty'

test.each([
  ['', []],
  [`${head}\n`, []],
  [`${head}\na.txt,,\n`, [{ file: 'a.txt', source_url: '', retrieved_at: '' }]],
  [`${head}\na.txt\n`, [{ file: 'a.txt', source_url: '', retrieved_at: '' }]],
  [
    `${head}\na.txt, https://a.cn/?mail=b@c.cn ,2024-02-29\n`,
    [{ file: 'a.txt', source_url: 'https://a.cn/?mail=b@c.cn', retrieved_at: '2024-02-29' }],
  ],
  [
    'remark,retrieved_at,source_url,file\nr,2024-01-31,HTTP://a.cn/年报,年报 1.docx\n',
    [{ file: '年报 1.docx', source_url: 'HTTP://a.cn/年报', retrieved_at: '2024-01-31' }],
  ],
])('the manifest %j says %j', (text, rows) => {
  expect(read(text)).toEqual(rows)
})

test.each([
  ['no file', ',https://a.cn,2024-01-31', 'file "" must be the path of a file below the corpus folder'],
  ['a file twice', 'a.txt,,\nb.txt,,\na.txt,https://a.cn,', 'file "a.txt" stands in row 2 already'],
  [
    'a file twice, with personal data in its name',
    '手机13800001234.txt,,\n手机13800001234.txt,,',
    'file "手机█.txt" stands in row 2 already',
  ],
  ['no address of the web', 'a,javascript:alert(1),', `source_url "javascript:alert(1)" ${addressRequired}`],
  ['a path for an address', 'a,/news/1.html,', `source_url "/news/1.html" ${addressRequired}`],
  ['an address without a host', 'a,https://,', `source_url "https://" ${addressRequired}`],
  ['an address with a blank', 'a,https://a.cn/b c,', `source_url "https://a.cn/b c" ${addressRequired}`],
  ['a password', 'a,https://user:secret@a.cn/b,', `source_url "https://…@a.cn/b" ${noUser}`],
  ['a user name', 'a,https://secret@a.cn/b,', `source_url "https://…@a.cn/b" ${noUser}`],
  ['a password in another protocol', 'a,ftp://user:secret@a.cn/b,', `source_url "ftp://…@a.cn/b" ${addressRequired}`],
  ['a password without a protocol', 'a,user:secret@a.cn/b,', `source_url "…@a.cn/b" ${addressRequired}`],
  [
    'a password that makes no address',
    'a,https://user:sec/ret@a.cn:x/b,',
    `source_url "https://…@a.cn:x/b" ${addressRequired}`,
  ],
  ['a password before an escaped @', 'a,https://user:secret%40a.cn,', `source_url "https://…@a.cn" ${addressRequired}`],
  ['words for a date', 'a,,not a date', `retrieved_at "not a date" ${dayRequired}`],
  ['a day that the calendar lacks', 'a,,2023-02-30', `retrieved_at "2023-02-30" ${dayRequired}`],
  ['a leap day of another year', 'a,,2023-02-29', `retrieved_at "2023-02-29" ${dayRequired}`],
  ['a day in another order', 'a,,31/01/2024', `retrieved_at "31/01/2024" ${dayRequired}`],
  ['a moment', 'a,,2024-01-31T10:00:00Z', `retrieved_at "2024-01-31T10:00:00Z" ${dayRequired}`],
  ['a password in the wrong column', 'a,,https://user:secret@a.cn', `retrieved_at "https://…@a.cn" ${dayRequired}`],
  [
    'an address with a comma and no quotes',
    'a,https://a.cn/?b=1,2,2024-01-31',
    '4 values, the last of them "2024-01-31"; 3 are required: file,source_url,retrieved_at (a value with a comma stands in quotes)',
  ],
])('%s is refused', (_, rows, message) => {
  const line = rows.split('\n').length + 1
  expect(() => read(`${head}\n${rows}\n`)).toThrow(new RangeError(`corpus/manifest.csv, row ${line}: ${message}`))
})

test.each([
  ['file,source_url', 'file,source_url'],
  ['file,url,retrieved_at', 'file,url,retrieved_at'],
  ['file,source_url,retrieved_at,file', 'file,source_url,retrieved_at,file'],
])('a manifest with the columns %s is refused', (columns, shown) => {
  expect(() => read(`${columns}\na,b,c,d\n`)).toThrow(
    `corpus/manifest.csv, row 1: the columns are "${shown}"; required: ${head} and any others, each once`,
  )
})
