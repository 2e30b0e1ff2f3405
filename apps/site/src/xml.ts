/** Characters that XML 1.0 cannot hold, not even written as numbers. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not be written
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it stands in an element or between double quotes; what XML cannot hold is left out. */
export const toXml = (text: string): string =>
  text.replaceAll(unwritable, '').replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
