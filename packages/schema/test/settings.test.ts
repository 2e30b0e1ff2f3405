import { describe, expect, test } from 'vitest'
import { type CommandName, readFlags, readSetting, type SettingName } from '../src/index.ts'

const siteRequired = 'must be a web address without a path, such as https://example.org; BASE_PATH holds the path'
const pathRequired = 'must be a path below the host, such as /gongkai'
const contactRequired = 'must be a mail address or a web address'
const commitRequired = 'must be a commit, 7 to 64 digits of 0-9 and a-f'

describe('a setting of the environment', () => {
  const taken: readonly (readonly [SettingName, string | undefined, string | undefined])[] = [
    ['GONGKAI_CORPUS', undefined, undefined],
    ['GONGKAI_CORPUS', '', undefined],
    ['GONGKAI_CORPUS', './data/corpus 2', './data/corpus 2'],
    ['GONGKAI_DATASET', '/srv/a@b', '/srv/a@b'],
    ['SITE_URL', 'https://example.org', 'https://example.org'],
    ['SITE_URL', 'http://公开.example:8080/', 'http://公开.example:8080/'],
    ['BASE_PATH', '/', '/'],
    ['BASE_PATH', 'gongkai', 'gongkai'],
    ['BASE_PATH', '/data/年报/', '/data/年报/'],
    ['SITE_CONTACT', 'a@b.example', 'mailto:a@b.example'],
    ['SITE_CONTACT', 'mailto:a@b.example', 'mailto:a@b.example'],
    ['SITE_CONTACT', 'https://x.example/new?labels=data', 'https://x.example/new?labels=data'],
    ['ANALYZE_THREADS', '16', '16'],
    ['ANALYZE_MEMORY', '48GiB', '48GiB'],
    ['ANALYZE_SPILL', '/scratch', '/scratch'],
    ['ANALYZE_SPILL_LIMIT', '500MiB', '500MiB'],
    ['SITE_LAYOUT', '', undefined],
    ['SITE_MEMORY', '2GiB', '2GiB'],
    ['SITE_LAYOUT', 'packs', 'packs'],
    ['BUILD_COMMIT', '4a01341', '4a01341'],
    ['BUILD_COMMIT', 'c'.repeat(40), 'c'.repeat(40)],
  ]
  test.each(taken)('%s=%j is %j', (name, value, read) => {
    expect(readSetting({ [name]: value }, name)).toBe(read)
  })

  const refused: readonly (readonly [SettingName, string, string])[] = [
    ['GONGKAI_CORPUS', 'a\0b', 'GONGKAI_CORPUS "a\\u{0}b" must be the path of a folder or file'],
    ['SITE_URL', 'example.org', `SITE_URL "example.org" ${siteRequired}`],
    ['SITE_URL', 'ftp://example.org', `SITE_URL "ftp://example.org" ${siteRequired}`],
    ['SITE_URL', 'https://example.org/gongkai', `SITE_URL "https://example.org/gongkai" ${siteRequired}`],
    ['SITE_URL', 'https://example.org/?a', `SITE_URL "https://example.org/?a" ${siteRequired}`],
    ['SITE_URL', 'https://me:secret@example.org', `SITE_URL "https://…@example.org" ${siteRequired}`],
    ['BASE_PATH', 'C:/Program Files/Git/gongkai', `BASE_PATH "C:/Program Files/Git/gongkai" ${pathRequired}`],
    ['BASE_PATH', '/a/../b', `BASE_PATH "/a/../b" ${pathRequired}`],
    ['BASE_PATH', '//b', `BASE_PATH "//b" ${pathRequired}`],
    ['BASE_PATH', '/a?b', `BASE_PATH "/a?b" ${pathRequired}`],
    ['BASE_PATH', '/a b', `BASE_PATH "/a b" ${pathRequired}`],
    ['SITE_CONTACT', 'nobody', `SITE_CONTACT "nobody" ${contactRequired}`],
    ['SITE_CONTACT', 'javascript:alert(1)', `SITE_CONTACT "javascript:alert(1)" ${contactRequired}`],
    ['SITE_CONTACT', 'https://me:secret@x.example', `SITE_CONTACT "https://…@x.example" ${contactRequired}`],
    ['ANALYZE_THREADS', '0', 'ANALYZE_THREADS "0" must be a whole number from 1 to 999'],
    ['ANALYZE_MEMORY', '4GB', 'ANALYZE_MEMORY "4GB" must be a size such as 512MiB or 6GiB'],
    ['ANALYZE_SPILL_LIMIT', '0MiB', 'ANALYZE_SPILL_LIMIT "0MiB" must be a size such as 512MiB or 6GiB'],
    ['SITE_MEMORY', 'much', 'SITE_MEMORY "much" must be a size such as 512MiB or 6GiB'],
    ['SITE_LAYOUT', 'pack', 'SITE_LAYOUT "pack" must be one of: plain, packs, served'],
    ['BUILD_COMMIT', 'v1.0', `BUILD_COMMIT "v1.0" ${commitRequired}`],
    ['BUILD_COMMIT', 'HEAD', `BUILD_COMMIT "HEAD" ${commitRequired}`],
  ]
  test.each(refused)('%s=%j is refused', (name, value, message) => {
    expect(() => readSetting({ [name]: value }, name)).toThrow(new RangeError(message))
  })
})

describe('the flags', () => {
  const add = { url: 'https://a.cn/b', retrieved: '2024-02-29' }
  const taken: readonly (readonly [CommandName, Readonly<Record<string, unknown>>, object])[] = [
    ['extract', {}, {}],
    ['extract', { corpus: 'a', out: 'b', threads: '8' }, { corpus: 'a', out: 'b', threads: 8 }],
    ['inspect', { lang: 'en', json: true }, { lang: 'en', json: true }],
    ['add', add, add],
    ['extract', { shard: '2/7' }, { shard: { number: 2, of: 7 } }],
    ['extract', { shard: '1/1' }, { shard: { number: 1, of: 1 } }],
    ['analyze', { reports: ['a', 'b'], divisions: 'b' }, { reports: ['a', 'b'], divisions: 'b' }],
    ['analyze', { agencies: 'a' }, { agencies: 'a' }],
    [
      'serve',
      { folder: 'a', base: '/gongkai', host: '::1', port: '0' },
      { folder: 'a', base: '/gongkai', host: '::1', port: 0 },
    ],
    ['demo', { reports: '400', port: '0' }, { reports: 400, port: 0 }],
  ]
  test.each(taken)('of %s %j are %j', (command, values, read) => {
    expect(readFlags(command, values)).toEqual(read)
  })

  const refused: readonly (readonly [CommandName, Readonly<Record<string, unknown>>, string])[] = [
    ['extract', { threads: '0' }, '--threads "0" must be a whole number from 1 to 64'],
    ['extract', { threads: '65' }, '--threads "65" must be a whole number from 1 to 64'],
    ['extract', { threads: '1.5' }, '--threads "1.5" must be a whole number from 1 to 64'],
    ['extract', { threads: '0x10' }, '--threads "0x10" must be a whole number from 1 to 64'],
    ['extract', { threads: '' }, '--threads "" must be a whole number from 1 to 64'],
    ['extract', { corpus: '' }, '--corpus "" must be the path of a folder or file'],
    ...['0/4', '5/4', '1/0', '1', '1/', '/2', '01/4', '1/4/4', '-1/4', '1.5/4', '一/四'].map(
      (shard) =>
        [
          'extract',
          { shard },
          `--shard "${shard}" must be a shard of several, such as 2/7: the second of seven`,
        ] as const,
    ),
    ['inspect', { lang: 'fr', json: false }, '--lang "fr" must be one of: zh, en'],
    [
      'add',
      { retrieved: '2024-02-29' },
      '--url is missing: it must be an address that begins with http:// or https://',
    ],
    ['add', { url: 'https://a.cn' }, '--retrieved is missing: it must be a date such as 2024-01-31'],
    ['add', { ...add, retrieved: '2023-02-29' }, '--retrieved "2023-02-29" must be a date such as 2024-01-31'],
    [
      'add',
      { ...add, url: 'https://me:secret@a.cn' },
      '--url "https://…@a.cn" must be an address without a user name and a password',
    ],
    ['analyze', { out: '' }, '--out "" must be the path of a folder or file'],
    ['demo', { reports: '0', port: '1' }, '--reports "0" must be a whole number from 1 to 20000'],
    ['serve', { host: 'a', port: '65536' }, '--port "65536" must be a whole number from 0 to 65535'],
    ['serve', { host: 'a', port: '80', base: 'a b' }, `--base "a b" ${pathRequired}`],
    ['serve', { host: 'a/b', port: '80' }, '--host "a/b" must be an address of this machine, such as 127.0.0.1'],
  ]
  test.each(refused)('of %s %j are refused', (command, values, message) => {
    expect(() => readFlags(command, values)).toThrow(new RangeError(message))
  })
})
