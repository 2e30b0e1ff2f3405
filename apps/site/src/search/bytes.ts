/** Bytes that grow at their end. */
export interface ByteWriter {
  readonly byte: (value: number) => void
  /** Seven bits a byte, low bits first. */
  readonly varint: (value: number) => void
  readonly bytes: (values: Uint8Array) => void
  readonly length: () => number
  /** A copy of what was written. */
  readonly done: () => Uint8Array<ArrayBuffer>
}

/** An empty writer; `size` is what it holds before it grows. */
export function toByteWriter(size = 16): ByteWriter {
  let held = new Uint8Array(size)
  let length = 0
  const reserve = (more: number) => {
    if (length + more <= held.length) return
    const larger = new Uint8Array(Math.max(held.length * 2, length + more))
    larger.set(held.subarray(0, length))
    held = larger
  }
  const byte = (value: number) => {
    reserve(1)
    held[length++] = value
  }
  return {
    byte,
    varint(value) {
      let rest = value
      for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) byte((rest % 0x80) + 0x80)
      byte(rest)
    },
    bytes(values) {
      reserve(values.length)
      held.set(values, length)
      length += values.length
    },
    length: () => length,
    done: () => held.slice(0, length),
  }
}

/** Bytes read from their start. */
export interface ByteReader {
  readonly isAtEnd: () => boolean
  readonly byte: () => number
  readonly varint: () => number
  readonly bytes: (count: number) => Uint8Array
  /** All that is left. */
  readonly rest: () => Uint8Array
}

/** @throws {RangeError} from the reader's functions, when the bytes end before the value does */
export function toByteReader(source: Uint8Array): ByteReader {
  let at = 0
  const byte = (): number => {
    const value = source[at++]
    if (value === undefined) throw new RangeError(`Cannot read byte ${at - 1}: there are ${source.length}`)
    return value
  }
  return {
    isAtEnd: () => at >= source.length,
    byte,
    varint() {
      let value = 0
      for (let scale = 1; ; scale *= 0x80) {
        const next = byte()
        value += (next % 0x80) * scale
        if (next < 0x80) return value
      }
    },
    bytes(count) {
      if (at + count > source.length)
        throw new RangeError(`Cannot read ${count} bytes at ${at}: there are ${source.length}`)
      at += count
      return source.subarray(at - count, at)
    },
    rest: () => source.subarray(at),
  }
}
