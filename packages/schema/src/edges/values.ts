import { z } from 'zod'

/** A word or name that is compared as it is: not empty, no blank at either end. */
export const name = z.string().refine((text) => text !== '' && text.trim() === text, {
  error: 'must be given, without blanks before or behind it',
})

/** Words as they are printed: rows hold words, and code holds patterns. */
export const plainWords = name.refine((text) => !/[\\[\]{}()|*+?^$]/.test(text), {
  error: 'must be words as they are printed; the signs of a pattern, \\ [ ] { } ( ) | * + ? ^ $, are none',
})

/** A reason, a source or a reviewer. */
export const note = z.string().trim().min(1, 'must be given')

/** A day that the calendar has: 2024-02-29, not 2023-02-29. */
export const day = z.iso.date('must be a date such as 2024-01-31')

/** One of a few words. */
export const oneOf = <const Values extends readonly string[]>(values: Values) =>
  z.enum(values, { error: `must be one of: ${values.join(', ')}` })

/** Text of a pattern; the message says in words what the pattern wants. */
export const shaped = (pattern: RegExp, message: string) => z.string().regex(pattern, message)

/** Text that is empty, blanks apart, or what a schema says. */
export const orEmpty = (schema: z.ZodType<string>) =>
  z
    .string()
    .trim()
    .superRefine((text, context) => {
      const [issue] = text === '' ? [] : (schema.safeParse(text).error?.issues ?? [])
      if (issue) context.addIssue({ code: 'custom', message: `${issue.message}, or empty` })
    })
