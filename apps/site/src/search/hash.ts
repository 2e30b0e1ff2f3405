/** FNV-1a of the code units of a text, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    value = Math.imul(value ^ (unit & 0xff), 0x01000193)
    value = Math.imul(value ^ (unit >> 8), 0x01000193)
  }
  return value >>> 0
}
