import { expect, test } from 'vitest'
import { toOwner } from '../../integrations/page-owner.ts'

const agencyOf = new Map([['1-2024', '1']])

test.each([
  ['a report in Chinese', 'r/1-2024/index.html', 'agency/1'],
  ['a report in English', 'en/r/1-2024/index.html', 'agency/1'],
  ['its text for the search', 'search/text/1-2024.txt', 'agency/1'],
  ['a part of it for frames', 'embed/results/1-2024/index.html', 'agency/1'],
  ['the same in English', 'embed/en/table/1-2024/index.html', 'agency/1'],
  ['an agency', 'en/agency/1/index.html', 'agency/1'],
  ['its chart for frames', 'embed/en/agency/1/index.html', 'agency/1'],
  ['its chart', 'en/agency/1.svg', 'agency/1'],
  ['its feed', 'agency/1.xml', 'agency/1'],
  ['its numbers', 'agency/1.json', 'agency/1'],
  ['the list of all reports', 'r/index.html', undefined],
  ['the list of all agencies', 'en/agency/index.html', undefined],
  ['a division', 'region/1/index.html', 'region/1'],
  ['the same in English', 'en/region/1/index.html', 'region/1'],
  ['its feed', 'en/region/1.xml', 'region/1'],
  ['its list', 'region/1.csv', 'region/1'],
  ['the list of all divisions', 'en/region/index.html', undefined],
  ['a report that is not held', 'r/2-2024/index.html', undefined],
  ['a file of the dataset', 'dataset/agency/1.csv', undefined],
])('%s', (_, path, owner) => {
  expect(toOwner(path, agencyOf)).toBe(owner)
})
