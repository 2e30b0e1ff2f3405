import type { TableFile } from './messages.ts'

/** A file of the site could not be had. */
export class LoadError extends Error {}

async function get(address: string): Promise<ReadableStream<Uint8Array>> {
  const response = await fetch(address).catch((cause: unknown) => {
    throw new LoadError(address, { cause })
  })
  if (!response.ok || !response.body) throw new LoadError(`${address} (${response.status})`)
  return response.body
}

/**
 * The bytes of a file.
 *
 * @param tell is told how many have come, again and again
 * @throws {LoadError} if the host does not give it, or less of it than it promised
 */
export async function loadFile({ address }: TableFile, tell: (loaded: number) => void): Promise<Uint8Array> {
  const reader = (await get(address)).getReader()
  const parts: Uint8Array[] = []
  for (let loaded = 0; ; ) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new LoadError(address, { cause })
    })
    if (done) break
    parts.push(value)
    loaded += value.length
    tell(loaded)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}
