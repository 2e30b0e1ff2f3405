/** How far work may run ahead of what has been handed on. */
export interface Ahead {
  /** Tasks under way at once. */
  readonly tasks: number
  /** Bytes of finished results that may wait for an earlier one before no further task begins. */
  readonly bytes: number
}

interface Sized {
  readonly byteLength: number
}

/**
 * Runs a task for each item and hands the results on in the order of the items, whichever ends first. Memory does
 * not grow with the number of items: a task begins only while few are under way and little waits.
 *
 * @param run called in the order of the items
 * @throws whatever `run` or `hand` throws first
 */
export async function inOrder<Item, Result extends Sized>(
  items: Iterable<Item>,
  ahead: Ahead,
  run: (item: Item) => Promise<Result>,
  hand: (result: Result) => void,
): Promise<void> {
  const source = items[Symbol.iterator]()
  const finished = new Map<number, Result>()
  let taken = 0
  let handed = 0
  let heldBytes = 0
  let freed = Promise.withResolvers<void>()
  const finish = (at: number, result: Result): void => {
    finished.set(at, result)
    heldBytes += result.byteLength
    for (let head = finished.get(handed); head !== undefined; head = finished.get(handed)) {
      finished.delete(handed++)
      heldBytes -= head.byteLength
      hand(head)
    }
    freed.resolve()
    freed = Promise.withResolvers()
  }
  const lane = async (): Promise<void> => {
    for (;;) {
      // Wait before an item is taken: the one that all others wait for is then always under way.
      while (heldBytes >= ahead.bytes) await freed.promise
      const { done, value } = source.next()
      if (done) return
      const at = taken++
      finish(at, await run(value))
    }
  }
  await Promise.all(Array.from({ length: ahead.tasks }, lane))
}
