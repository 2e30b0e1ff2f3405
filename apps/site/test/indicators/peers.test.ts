import { expect, test } from 'vitest'
import { type PeerGroup, toPeerName, toPeerYear } from '../../src/indicators/peers.ts'

const group = (id: string): PeerGroup => ({
  ...{ id, count: 12, quartiles: [0, 0, 0] },
  basis: id.slice(0, id.indexOf(':')) as PeerGroup['basis'],
})
const functions = { finance: { zh: '财政', en: 'Finance' }, audit: { zh: '审计', en: 'Audit' } }

test.each([
  ['year:2023', '2023', '同年度'],
  ['level:2023/county', '2023', '县级'],
  ['first_function:2022/county/finance', '2022', '县级、财政'],
  ['functions:2022/county/audit+finance', '2022', '县级、审计、财政'],
  ['functions:2022/county/unheard', '2022', '县级、unheard'],
])('the group %s is of %s and called %s', (id, year, name) => {
  expect([toPeerYear(group(id)), toPeerName(group(id), functions).zh]).toEqual([year, name])
})
