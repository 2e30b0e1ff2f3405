import type { CheerioAPI } from 'cheerio/slim'
import { takeOut } from '../html/tree.ts'

interface Field {
  /** Places of its marks in the order of the document. */
  readonly begin: number
  separate: number | undefined
}

/**
 * Takes out what stands between the beginning of a field and its result: how the result was made. A beginning without
 * an end makes no field, nor does an end without a beginning: Word prints what stands around them.
 *
 * @example begin `IF` separate `12` end → `12`; begin `12`, without an end → `12`
 */
export function dropInstructions($: CheerioAPI): void {
  const nodes = $('w\\:fldChar, w\\:t, w\\:tab, w\\:br').toArray()
  const open: Field[] = []
  // How many fields have their instructions begin at a node, less those that have them end there.
  const changes = new Array<number>(nodes.length + 1).fill(0)
  for (const [at, node] of nodes.entries()) {
    const type = node.name === 'w:fldChar' ? node.attribs['w:fldCharType'] : undefined
    const field = open.at(-1)
    if (type === 'begin') open.push({ begin: at, separate: undefined })
    else if (type === 'separate' && field) field.separate ??= at
    else if (type === 'end' && field) {
      open.pop()
      changes[field.begin] = (changes[field.begin] ?? 0) + 1
      changes[field.separate ?? at] = (changes[field.separate ?? at] ?? 0) - 1
    }
  }
  let depth = 0
  takeOut(
    nodes.filter((node, at) => {
      depth += changes[at] ?? 0
      return depth > 0 || node.name === 'w:fldChar'
    }),
  )
}
