import { expect, test } from 'vitest'
import { faults } from './generate/planted.ts'
import { scorePlanted } from './generate/read-planted.ts'

const each = 7

test.each(faults.map((fault) => [fault.id, fault] as const))(
  'planted in reports that break no other rule, %s is found, and nothing else',
  async (_, fault) => {
    const { found, falselyFailed } = await scorePlanted(fault, 5000, each)
    expect(falselyFailed).toEqual([])
    expect(found).toBe(each)
  },
)
