/** What the reader asks for: q, year, province, edition; an empty value asks for nothing. */
export type Wanted = Readonly<Record<string, string>>

/** What a row of the list says of its report. */
export type Offered = Readonly<Record<string, string | undefined>>

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Whether a report answers to all that is asked; words of q are each looked for in its text. */
export function matches({ q = '', ...facets }: Wanted, offered: Offered): boolean {
  const text = fold(offered['text'] ?? '')
  const words = fold(q).split(/\s+/)
  return (
    words.every((word) => text.includes(word)) &&
    Object.entries(facets).every(([name, value]) => value === '' || offered[name] === value)
  )
}

/** The query string of a request, without what is not asked. */
export function toQuery(wanted: Wanted): string {
  const asked = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ''))
  return asked.size > 0 ? `?${asked}` : ''
}
