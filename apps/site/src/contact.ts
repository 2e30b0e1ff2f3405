/** What a reader reports: subject and words, one line each. */
export interface Complaint {
  readonly subject: string
  readonly lines: readonly string[]
}

const isMail = (contact: string) => /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(contact)

function toUrl(contact: string): URL {
  const address = isMail(contact) ? `mailto:${contact}` : contact
  if (URL.canParse(address)) {
    const url = new URL(address)
    if (['https:', 'http:', 'mailto:'].includes(url.protocol)) return url
  }
  throw new Error(`Cannot use SITE_CONTACT="${contact}": a mail address or a web address is required`)
}

/**
 * Address at which an error is reported, with the words filled in.
 *
 * @param contact mail address, `mailto:` address, or web address of a form that takes `title` and `body`, as issue
 *   trackers do; undefined where the builder gave none
 * @returns undefined without a contact
 * @throws {Error} if the contact is neither
 */
export function toContactAddress(contact: string | undefined, complaint?: Complaint): string | undefined {
  if (contact === undefined) return undefined
  const url = toUrl(contact)
  if (!complaint) return url.href
  const isMailTo = url.protocol === 'mailto:'
  const body = complaint.lines.join(isMailTo ? '\r\n' : '\n')
  const fields = { [isMailTo ? 'subject' : 'title']: complaint.subject, body }
  // mailto: knows no "+" for a space, so the query is written by hand.
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${url.href}${url.search ? '&' : '?'}${query.join('&')}`
}
