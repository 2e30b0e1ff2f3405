/** Reads an address of the web; undefined for anything else, also where blanks or quotes stand in it. */
export function toWebAddress(text: string): URL | undefined {
  return /^https?:\/\/[^\s"<>]+$/i.test(text) && URL.canParse(text) ? new URL(text) : undefined
}

/** Whether an address gives a user name or a password away. */
export const namesUser = ({ username, password }: URL): boolean => username !== '' || password !== ''

/**
 * A value as a message may show it: whatever stands before an @ may be a password, also where the value is no address.
 *
 * @example withoutPassword('https://me:secret@example.org/a') → https://…@example.org/a
 */
export const withoutPassword = (text: string): string =>
  text.replace(/^(\s*[a-z][a-z\d+.-]*:\/+)?.*(?:@|＠|%40)/isu, '$1…@')
