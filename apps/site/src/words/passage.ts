import type { Label } from '@gongkai/schema'

/** A headed part of a text page; a text may hold links written `[words](/path/)`. */
export interface Passage {
  /** Anchor of the heading. */
  readonly id: string
  readonly heading: Label
  /** Paragraphs, one label each. */
  readonly text?: readonly Label[]
  /** A list below the paragraphs. */
  readonly items?: readonly Label[]
}

/** A run of words, linked where there is a path of this site or a web address. */
export interface Words {
  readonly text: string
  readonly to?: string
}

/** Cuts a text into plain and linked words. */
export function toWords(text: string): readonly Words[] {
  const pieces = text.split(/\[([^\]]+)\]\(([^)]+)\)/)
  return pieces.flatMap((piece, index) => {
    if (index % 3 === 2 || piece === '') return []
    const to = index % 3 === 1 ? pieces[index + 1] : undefined
    return [to === undefined ? { text: piece } : { text: piece, to }]
  })
}
