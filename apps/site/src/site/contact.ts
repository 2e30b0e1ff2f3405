/** What a reader reports: subject and words, one line each. */
export interface Complaint {
  readonly subject: string
  readonly lines: readonly string[]
}

/**
 * Address at which an error is reported, with the words filled in.
 *
 * @param contact `mailto:` address, or web address of a form that takes `title` and `body`, as issue trackers do;
 *   undefined where the builder gave none
 * @returns undefined without a contact
 */
export function toContactAddress(contact: string | undefined, complaint?: Complaint): string | undefined {
  if (contact === undefined) return undefined
  const url = new URL(contact)
  if (!complaint) return url.href
  const isMailTo = url.protocol === 'mailto:'
  const body = complaint.lines.join(isMailTo ? '\r\n' : '\n')
  const fields = { [isMailTo ? 'subject' : 'title']: complaint.subject, body }
  // mailto: knows no "+" for a space, so the query is written by hand.
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  return `${url.href}${url.search ? '&' : '?'}${query.join('&')}`
}
