/** The digest of a document that no row names. */
export const sha = 'c'.repeat(64)
export const wordsRequired =
  'must be words as they are printed; the signs of a pattern, \\ [ ] { } ( ) | * + ? ^ $, are none'
export const nameRequired = 'must be given, without blanks before or behind it'

/** Rows of the lists of copies that are refused, and what is said of them. */
export const refusedOfCopies = {
  copies: [
    ['no report', `,${sha},r,w`, `report_id "" ${nameRequired}`],
    ['no digest', '110101-x-2023,abc,r,w', 'sha256 "abc" must be the SHA-256 of a document, 64 digits of 0-9 and a-f'],
    ['no reason', `110101-x-2023,${sha},,w`, 'reason "" must be given'],
    ['no reviewer', `110101-x-2023,${sha},r,`, 'reviewer "" must be given'],
    [
      'two copies of a report',
      `110101-x-2023,${sha},r,w\n110101-x-2023,${sha},r,w`,
      'report_id "110101-x-2023" stands in row {before} already',
    ],
  ],
  'correction-marks': [
    ['no word', ',head,r,s', `word "" ${nameRequired}`],
    ['a pattern', '(更|订)正,head,r,s', `word "(更|订)正" ${wordsRequired}`],
    ['a place that is none', '更正,title,r,s', 'place "title" must be one of: head, anywhere'],
    ['no reason', '更正,head,,s', 'reason "" must be given'],
    ['no source', '更正,head,r,', 'source "" must be given'],
    ['a word twice', '某某,head,r,s\n某某,anywhere,r,s', 'word "某某" stands in row {before} already'],
  ],
  sources: [
    [
      'an address for a host',
      'https://a.gov.cn,110101,,r,s',
      'host "https://a.gov.cn" must be a host in lower case, such as www.example.gov.cn',
    ],
    [
      'a division that is not in use',
      'a.gov.cn,110103,,r,s',
      'region_code "110103" must be 000000 or the code of a division in data/lookups/divisions.csv',
    ],
    ['no reason', 'a.gov.cn,110101,,,s', 'reason "" must be given'],
    ['no source', 'a.gov.cn,110101,,r,', 'source "" must be given'],
    [
      'a host twice',
      'a.gov.cn,110101,,r,s\na.gov.cn,110101,,r,s',
      'host "a.gov.cn" with region_code "110101" with agency_name "" stands in row {before} already',
    ],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [what: string, row: string, message: string])[]>>
