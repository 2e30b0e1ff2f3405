import { toRedacted } from '../repair/privacy.ts'

/** Control characters, the escapes that move a cursor, marks that turn the direction of text, and lone surrogates. */
const unprintable = /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

/**
 * Text from a document or a file name, fit for a terminal or a log: on one line, nothing in it is obeyed, every odd
 * character is shown as its number.
 */
export const toPrintable = (text: string): string =>
  text.replace(unprintable, (found) => `\\u{${(found.codePointAt(0) ?? 0).toString(16)}}`)

/** Words of a message that may quote a document or a file name: printable, personal data hidden. The ledger alone holds a
 * path as it is, because it is the key of the document. */
export const toShownText = (text: string): string => toPrintable(toRedacted(text))
