import { tmpdir } from 'node:os'
import { beforeEach, expect, test, vi } from 'vitest'
import { toResources } from '../src/resources.ts'

const machine = vi.hoisted(() => ({ threads: 0, memory: 0 }))
vi.mock('node:os', async (importOriginal) => ({
  ...(await importOriginal<typeof import('node:os')>()),
  availableParallelism: () => machine.threads,
  totalmem: () => machine.memory,
}))

const gib = 1024 ** 3
const constrained = vi.spyOn(process, 'constrainedMemory')
beforeEach(() => constrained.mockReturnValue(0))

test.each([
  [2, 24, { threads: 2, memory: '2048MiB' }],
  [16, 64, { threads: 16, memory: '16384MiB' }],
  [8, 8, { threads: 4, memory: '4096MiB' }],
  [4, 1, { threads: 1, memory: '512MiB' }],
])('an analysis on %i threads with %i GiB takes no more than half of the memory', (threads, memory, taken) => {
  Object.assign(machine, { threads, memory: memory * gib })
  expect(toResources(tmpdir())).toMatchObject(taken)
})

test('of a machine with many threads a container has only what its memory is enough for', () => {
  Object.assign(machine, { threads: 64, memory: 256 * gib })
  constrained.mockReturnValue(6 * gib)
  expect(toResources(tmpdir())).toMatchObject({ threads: 3, memory: '3072MiB' })
})

test('what is given is taken as it is', () => {
  Object.assign(machine, { threads: 2, memory: 4 * gib })
  const given = { threads: 32, memory: '48GiB', spillLimit: '1GiB' }
  expect(toResources(tmpdir(), given)).toEqual(given)
})
