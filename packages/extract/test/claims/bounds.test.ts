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
