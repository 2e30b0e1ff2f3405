/** A document made of one unit, as often as it takes to hold so many bytes. */
export interface GrowingDocument {
  /** What is repeated, and where. */
  readonly name: string
  readonly make: (bytes: number) => Uint8Array
}

/** How the time of reading grew when a document doubled. */
export interface Growth {
  readonly name: string
  /** Size of the larger document, in bytes. */
  readonly bytes: number
  /** What the larger one took, in milliseconds. */
  readonly milliseconds: number
  /** By what it took longer than the one of half its size; 1 where it took too little to tell. */
  readonly ratio: number
}

type Read = (bytes: Uint8Array) => Promise<unknown>

/** Sizes at which growth is looked at, in bytes: the later ones only where nothing can be told before. */
const sizes = [20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 1_280_000] as const
/** A document that takes less processor time than this, in milliseconds, tells nothing: starting weighs more. */
const leastTelling = 80
/** Bytes up to which every document is looked at, unless it takes this many times as long before. */
const leastBytes = 80_000
const tooLong = 20

/** How thoroughly growth is measured. */
export interface Measure {
  /** Milliseconds from which a document tells something. */
  readonly telling: number
  /** Runs of each document, of which the quickest counts. */
  readonly runs: number
}

/**
 * Measures how the time of reading grows: the document doubles until it takes long enough to tell. Processor time counts,
 * since whatever else the machine does only adds to the clock; two doublings even out what is left.
 */
export async function measureGrowth(
  { name, make }: GrowingDocument,
  read: Read,
  { telling, runs }: Measure = { telling: leastTelling, runs: 1 },
): Promise<Growth> {
  const times: number[] = []
  let bytes = 0
  for (bytes of sizes) {
    times.push(await leastTime(make(bytes), read, runs))
    const last = times.at(-1) ?? 0
    if (times.length > 2 && last >= (bytes < leastBytes ? tooLong * telling : telling)) break
  }
  const [before = 1, milliseconds = 0] = [times.at(-3), times.at(-1)]
  return {
    name,
    bytes,
    milliseconds,
    ratio: milliseconds < telling ? 1 : Math.sqrt(milliseconds / Math.max(before, 1)),
  }
}

async function leastTime(bytes: Uint8Array, read: Read, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < runs; i++) {
    const startedAt = process.cpuUsage()
    await read(bytes)
    const { user, system } = process.cpuUsage(startedAt)
    least = Math.min(least, (user + system) / 1000)
    if (least > tooLong * leastTelling) break
  }
  return least
}
