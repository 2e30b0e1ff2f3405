import { Unreadable } from '../../limits.ts'

const narrow = new TextDecoder('windows-1252')
const wide = new TextDecoder('utf-16le', { ignoreBOM: true })

/**
 * Numbers of a stream, the low byte first.
 *
 * @throws {Unreadable} `damaged` where a place lies outside the stream
 */
export class Bytes {
  readonly length: number
  private readonly bytes: Uint8Array
  private readonly start: number

  /** @param start place of the first byte, where only a part is meant */
  constructor(bytes: Uint8Array, start = 0, length = bytes.length) {
    this.bytes = bytes
    this.start = start
    this.length = length
  }

  byte(at: number): number {
    this.hold(at, 1)
    return this.at(at)
  }

  short(at: number): number {
    this.hold(at, 2)
    return this.at(at) | (this.at(at + 1) << 8)
  }

  signed(at: number): number {
    return (this.short(at) << 16) >> 16
  }

  long(at: number): number {
    this.hold(at, 4)
    return (this.at(at) | (this.at(at + 1) << 8) | (this.at(at + 2) << 16) | (this.at(at + 3) << 24)) >>> 0
  }

  slice(from: number, to: number): Bytes {
    const length = Math.max(0, to - from)
    this.hold(from, length)
    return new Bytes(this.bytes, this.start + from, length)
  }

  /** Characters of Western Windows, one byte each. */
  narrow(from: number, to: number): string {
    return narrow.decode(this.part(from, to))
  }

  /** Characters of two bytes each. */
  wide(from: number, to: number): string {
    return wide.decode(this.part(from, to))
  }

  private part(from: number, to: number): Uint8Array {
    this.hold(from, to - from)
    return this.bytes.subarray(this.start + from, this.start + to)
  }

  private at(at: number): number {
    return this.bytes[this.start + at] ?? 0
  }

  private hold(at: number, length: number): void {
    if (at < 0 || at + length > this.length)
      throw new Unreadable('damaged', `the document refers to byte ${at + length} of a stream of ${this.length}`)
  }
}
