/** A sentence and its place in the line. */
export interface Sentence {
  readonly start: number
  readonly text: string
}

/** Length of a sentence that is read; what runs on without a stop is cut at a comma, else here. */
const longest = 400

const stops = /[。！？；;\n](?!\s{0,2}其中)/g

/** Splits a line at its stops; 其中 after a stop goes on with the sentence before. Every character belongs to one. */
export function toSentences(line: string): readonly Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const stop of line.matchAll(stops)) {
    cutLong(line.slice(start, stop.index + 1), start, sentences)
    start = stop.index + 1
  }
  cutLong(line.slice(start), start, sentences)
  return sentences
}

function cutLong(text: string, start: number, into: Sentence[]): void {
  let from = 0
  while (text.length - from > longest) {
    const comma = Math.max(text.lastIndexOf('，', from + longest), text.lastIndexOf(',', from + longest))
    const cut = comma > from ? comma + 1 : from + longest
    into.push({ start: start + from, text: text.slice(from, cut) })
    from = cut
  }
  if (from < text.length) into.push({ start: start + from, text: text.slice(from) })
}

/** Length of the excerpt that is published around a figure. */
const excerpt = 200

/** The sentence around a figure, cut to at most 200 characters with the figure in view. */
export function toExcerpt(sentence: string, start: number, end: number): string {
  const trimmed = sentence.trim()
  if (trimmed.length <= excerpt) return trimmed
  const from = Math.max(0, Math.min(start - Math.floor((excerpt - (end - start)) / 2), sentence.length - excerpt))
  return sentence.slice(from, from + excerpt).trim()
}
