import { remember } from '../remember.ts'

/** Ends a line or paragraph inside a cell; other white space of a source says nothing. */
export const lineEnd = '\v'

/**
 * Text of a cell on one line. Digits on two lines of a cell stay two numbers: between them stand two spaces, which no
 * number has inside.
 */
export const toCellText = remember((text) =>
  text.trim().replace(/\s+/g, (gap, at: number, whole: string) => {
    const isBetweenDigits = /\d/.test(whole.charAt(at - 1)) && /\d/.test(whole.charAt(at + gap.length))
    return gap.includes(lineEnd) && isBetweenDigits ? '  ' : ' '
  }),
)
