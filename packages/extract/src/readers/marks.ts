/** Stands where a digit, a picture or an unknown sign was taken out of a text: what is left of it is no number. */
export const unknownSign = '\ufffc'

/** Text of a cell. The signs count beside numbers and in empty cells; of a label they say nothing. */
export function settleMarks(text: string): string {
  if (!text.includes(unknownSign)) return text
  const bare = text.replaceAll(unknownSign, '').trim()
  return /\p{Script=Han}/u.test(bare) ? bare : bare + unknownSign
}

/** Text of a cell out of which something was taken that nobody sees: what is seen beside it is no less sure. */
export function settleTraces(text: string): string {
  const bare = text.replaceAll(unknownSign, '')
  return bare.trim() === '' && text.includes(unknownSign) ? unknownSign : bare
}
