import { expect, test } from 'vitest'
import { claimLimits } from '../../src/audit/claims/select.ts'
import { claimsOf } from './told.ts'

const size = 1024 * 1024
const filled = (unit: string) => unit.repeat(Math.ceil(size / unit.length))

test.each([
  ['收到'],
  ['1'],
  ['1,'],
  ['1.'],
  ['十'],
  ['收到1'],
  ['未收到'],
  ['无'],
  ['（'],
  ['行政复议、'],
  ['收到申请1件'],
  ['政府信息公开申请1件，其中'],
  ['分别为1件、'],
  ['区政府办公室'],
])('a line of 1 MB of %s is read in seconds, not minutes', (unit) => {
  const started = performance.now()
  const claims = claimsOf([filled(unit).slice(0, claimLimits.characters), filled(unit)], {})
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(claims.length).toBeLessThanOrEqual(claimLimits.claims)
})

test.each([
  [
    ['涉及国家秘密的公文类信息0条。', '办理的政府信息公开申请中，不予公开19件。'],
    ['0 agree', '19 differ'],
  ],
  [
    ['收到政府信息公开申请15件。', '其中本年新收政府信息公开申请14件。'],
    ['15 agree', '14 not_stated'],
  ],
])('a row that is stated rightly does not excuse its group: %j', (paragraphs, told) => {
  const numbers = {
    'requests.new_received.total': 12,
    'requests.carried_in.total': 3,
    'requests.refused.prohibited_by_law.total': 7,
  }
  expect(claimsOf(paragraphs, numbers).map(({ figure, status }) => `${figure} ${status}`)).toEqual(told)
})
