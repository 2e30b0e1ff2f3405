/** Characters that XML 1.0 cannot hold, not even written as numbers. */
const unwritable = /[[\p{Cc}--[\t\n\r\u007F-\u009F]]\uFFFE\uFFFF\p{Surrogate}]/gv

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in an element or between double quotes; what XML cannot hold is left out. */
export const toXml = (text: string): string =>
  text.replaceAll(unwritable, '').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
