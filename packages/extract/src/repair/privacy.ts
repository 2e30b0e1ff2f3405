import { applyEdits, type Piece } from './piece.ts'

/** What stands in place of personal data. */
export const redacted = '█'

const separator = '[\\s\\-—－]?'
const mobile = new RegExp(`(?<!\\d)(?:\\+?86${separator})?1[3-9]\\d${separator}\\d{4}${separator}\\d{4}(?!\\d)`, 'g')
const identity = /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g
const mail = /[\w.+-]{1,64}\s?[@＠]\s?[\w-]{1,64}(?:\.[\w-]{1,32}){1,4}/g
const account = /(?<=(?:QQ|微信)(?:号|号码|群)?\s*[:：]?\s*)[\w-]{5,20}/gi
/** The name beside a contact's role; two to four Han characters, bounded by what follows a name. */
const person =
  /(?<=(?:联\s*系\s*人|经\s*办\s*人|责\s*任\s*人|填\s*报\s*人|填\s*表\s*人|负\s*责\s*人|审\s*核\s*人|审\s*核|撰\s*稿\s*人?|校\s*对|编\s*辑|作\s*者)\s*(?:姓名)?\s*[:：]\s*)\p{Script=Han}(?:\s?\p{Script=Han}){1,3}(?=[\s,，。;；、（(\d█]|联系|电话|手机|$)/gu
const beforeMobile = /(?<=联系人\s*)\p{Script=Han}{2,4}(?=\s*[,，、:：(（]?\s*(?:(?:联系)?电话|手机|█))/gu
const bodies = /局|委|办|处|科|室|中心|政府|街道|部|院|站|股|厅|署|会$|本网|网站|管理/

/** Each pattern with a cheap sign that it can match at all. */
const patterns = [
  { sign: /\d{6}/, pattern: identity },
  { sign: /1[3-9]\d/, pattern: mobile },
  { sign: /[@＠]/, pattern: mail },
  { sign: /QQ|微信/i, pattern: account },
] as const

const role = /联\s*系|经\s*办|责\s*任|填\s*[报表]|负\s*责|审\s*核|撰\s*稿|校\s*对|编\s*辑|作\s*者/

/** Hides mobile numbers, mail addresses, account and identity numbers, and the names of contact persons. */
export function redact(piece: Piece): Piece {
  const hidden = patterns.reduce(
    (current, { sign, pattern }) => (sign.test(current.text) ? hide(current, pattern, () => true) : current),
    piece,
  )
  if (!role.test(hidden.text)) return hidden
  const named = hide(hidden, person, (name) => !bodies.test(name))
  return hide(named, beforeMobile, (name) => !bodies.test(name))
}

function hide(piece: Piece, pattern: RegExp, isPersonal: (found: string) => boolean): Piece {
  const edits = [...piece.text.matchAll(pattern)]
    .filter((match) => isPersonal(match[0]))
    .map((match) => ({ start: match.index, end: match.index + match[0].length, replacement: redacted }))
  return applyEdits(piece, 'redaction', edits)
}
