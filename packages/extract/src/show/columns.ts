/** Characters that take two columns of a terminal. */
const wide =
  /[\u1100-\u115f\u2018-\u201d\u2026\u2460-\u24ff\u25a0-\u25ff\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/

/** Columns that a text takes in a terminal; a Han character or a full-width mark takes two. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += wide.test(char) || (char.codePointAt(0) ?? 0) > 0xffff ? 2 : 1
  return width
}

/** The text cut or filled up with spaces to a number of columns; a cut is marked by an ellipsis. */
export function toWidth(text: string, width: number): string {
  if (widthOf(text) <= width) return text + ' '.repeat(width - widthOf(text))
  let cut = ''
  for (const char of text) {
    if (widthOf(cut + char) > width - 2) break
    cut += char
  }
  return `${cut}…${' '.repeat(Math.max(0, width - 2 - widthOf(cut)))}`
}

/** The text with spaces before it, up to a number of columns. */
export const toRight = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text

/** Words of Latin text stay whole; Han characters part anywhere but before a closing mark. */
const pieces =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef][，。；：、）》”！？]*|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+|\s+/gu

/** Lines of at most `width` columns; lines after the first begin with `indent` spaces. */
export function wrap(text: string, width: number, indent: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(pieces) ?? []) {
    if (widthOf(line + piece) > width && line.trim() !== '') {
      lines.push(line.trimEnd())
      line = ' '.repeat(indent)
      if (/^\s/.test(piece)) continue
    }
    line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}
