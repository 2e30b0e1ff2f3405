import type { z } from 'zod'
import { quote } from './quote.ts'

/**
 * Reads a note: a small JSON file in which a folder says what it holds.
 *
 * @throws {RangeError} naming the file, the field that is wrong and what is required
 */
export function readJsonNote<Note>(path: string, text: string, shape: z.ZodType<Note>): Note {
  const { success, data, error } = shape.safeParse(parse(path, text))
  if (success) return data
  const [issue] = error.issues
  throw new RangeError(`${path}: ${issue?.path.join('.') || 'the note'}: ${issue?.message ?? 'is refused'}`)
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new RangeError(`${path}: must be one JSON object, found ${quote(text)}`)
  }
}
