import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOrder } from '../src/cli/in-order.ts'

const ahead = { tasks: 3, bytes: 100 }
const ticks = async (count: number) => {
  for (let i = 0; i < count; i++) await Promise.resolve()
}

test('results are handed on in order whichever task ends first', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), async (delays, tasks) => {
      const handed: number[] = []
      const items = delays.map((delay, at) => ({ delay, at }))
      const run = async ({ delay, at }: { delay: number; at: number }) => {
        await ticks(delay)
        return { byteLength: 60, at }
      }
      await inOrder(items, { tasks, bytes: 100 }, run, (result) => handed.push(result.at))
      expect(handed).toEqual(delays.map((_, at) => at))
    }),
  )
})

test('no task begins while too many bytes wait for the first one', async () => {
  const first = Promise.withResolvers<void>()
  const started: number[] = []
  const run = async (item: number) => {
    started.push(item)
    if (item === 0) await first.promise
    return { byteLength: 60 }
  }
  const done = inOrder(Array.from({ length: 10 }).keys(), ahead, run, () => undefined)
  await ticks(50)
  // The first waits, two have ended with 120 bytes in hand, and one began when only 60 were.
  expect(started.length).toBeLessThanOrEqual(4)
  first.resolve()
  await done
  expect(started.length).toBe(10)
})

test('a task that throws ends the run', async () => {
  const run = async (item: number) => {
    if (item === 2) throw new RangeError('two')
    return { byteLength: 1 }
  }
  await expect(inOrder([0, 1, 2, 3], ahead, run, () => undefined)).rejects.toThrow('two')
})
