import { z } from 'zod'
import { note, oneOf, orEmpty, plainWords, shaped } from './values.ts'

/** Most characters that a row may pass over. */
const characters = shaped(/^\d{1,2}$/, 'must be a number of characters, 0 to 99')

/**
 * Words of advertising: a word alone, or a word and another one that follows within some characters. `cut`: is taken out;
 * `flag`: is named and stays; `tail`: counts behind a title, and beside
 * another word.
 */
export const spam = z
  .object({
    word: plainWords,
    followed_by: orEmpty(plainWords),
    gap: orEmpty(characters),
    effect: oneOf(['cut', 'flag', 'tail']),
    reason: note,
    source: note,
  })
  .superRefine(({ followed_by: then, gap }, context) => {
    if ((then === '') === (gap === '')) return
    const message = then === '' ? 'must be empty where no word follows' : 'must be given where another word follows'
    context.addIssue({ code: 'custom', path: ['gap'], message })
  })

/**
 * What is no advertising. `phrase`: holds a word of advertising and means something else; `clause`: its clause speaks of
 * gambling and does not advertise it; `public`: its line says something of a public body, and is never cut as a whole.
 */
export const noAdvertising = z.object({
  word: plainWords,
  kind: oneOf(['phrase', 'clause', 'public']),
  reason: note,
  source: note,
})

/** Lines that belong to a page and not to a report: a word, and how many characters may stand before and behind it. */
export const furniture = z.object({
  word: plainWords,
  before: characters,
  after: characters,
  reason: note,
  source: note,
})

const brandKinds = ['name', 'shared_name', 'latin_name', 'trade', 'entrance', 'latin_word'] as const

/** Words that names of gambling and streaming sites are made of. */
export const brands = z.object({ kind: oneOf(brandKinds), word: plainWords, reason: note, source: note })

/** Wordings of the six section headings without numerals, and words that may stand before any of them. */
export const headings = z.object({
  section: oneOf(['1', '2', '3', '4', '5', '6', 'lead']),
  heading: plainWords,
  reason: note,
  source: note,
})

/** Lines of the tables that hold nothing to read: a text that is the whole line, or that it begins or ends with. */
export const ignoredLines = z.object({
  text: plainWords,
  where: oneOf(['whole', 'start', 'end']),
  reason: note,
  source: note,
})
