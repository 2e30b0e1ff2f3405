import type { Value } from './messages.ts'

/** A value as the page shows it: days as they are written, whole numbers of 64 bits as numbers, lists in one. */
export function toValue(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '')
  if (typeof value === 'object' && Symbol.iterator in value)
    return Array.from(value as Iterable<unknown>, toValue).join(';')
  return String(value)
}
