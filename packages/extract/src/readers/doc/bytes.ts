import { Unreadable } from '../../limits.ts'

/**
 * Numbers of a stream, the low byte first.
 *
 * @throws {Unreadable} `damaged` where a place lies outside the stream
 */
export class Bytes {
  readonly length: number
  private readonly view: DataView
  private readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    this.length = bytes.length
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  byte(at: number): number {
    this.hold(at, 1)
    return this.view.getUint8(at)
  }

  short(at: number): number {
    this.hold(at, 2)
    return this.view.getUint16(at, true)
  }

  signed(at: number): number {
    this.hold(at, 2)
    return this.view.getInt16(at, true)
  }

  long(at: number): number {
    this.hold(at, 4)
    return this.view.getUint32(at, true)
  }

  slice(from: number, to: number): Bytes {
    this.hold(from, Math.max(0, to - from))
    return new Bytes(this.bytes.subarray(from, to))
  }

  /** Characters of Western Windows, one byte each. */
  narrow(from: number, to: number): string {
    this.hold(from, to - from)
    return new TextDecoder('windows-1252').decode(this.bytes.subarray(from, to))
  }

  /** Characters of two bytes each. */
  wide(from: number, to: number): string {
    this.hold(from, to - from)
    return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(this.bytes.subarray(from, to))
  }

  private hold(at: number, length: number): void {
    if (at < 0 || at + length > this.length)
      throw new Unreadable('damaged', `the document refers to byte ${at + length} of a stream of ${this.length}`)
  }
}
