import { type Form, forms } from '@gongkai/schema'

const numeral = '(?:[(（][一二三四五六七][)）]|[1-8][.．、]|[一二三四][、．.])?\\s*'

/** Words that close a label in glued text: every row label, longest first, with the numeral before it. */
const pattern = toPattern()

function toPattern(): RegExp {
  const all = Object.values(forms).flatMap((byEdition) => Object.values(byEdition) as readonly Form[])
  const labels = all.flatMap((form) => form.blocks.flatMap((block) => block.rows.flatMap((row) => [row.label.zh, row.group?.zh.replace(/^（.）/, '') ?? ''])))
  const once = [...new Set(labels)].filter((label) => label !== '').sort((a, b) => b.length - a.length)
  const escaped = once.map((label) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[“”（）()、，]/g, '.?'))
  return new RegExp(`${numeral}(?:${escaped.join('|')})`, 'g')
}

/**
 * Cuts a line in which labels and digits run together (`规章000`, `（七）总计0000000四、结转…`).
 *
 * @returns the parts in order, or the line alone when it is not glued
 */
export function toGluedParts(text: string): readonly string[] {
  if (!/\p{Script=Han}[)）”]?\s*\d/u.test(text) || /[。；]/.test(text.slice(0, 120))) return [text]
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return [text]
  const parts: string[] = []
  let from = 0
  for (const match of matches) {
    const end = match.index + match[0].length
    if (!/^\s*(?:\d|$)/.test(text.slice(end)) && !matches.some((other) => other.index === end)) continue
    parts.push(text.slice(from, match.index), match[0])
    from = end
  }
  parts.push(text.slice(from))
  const kept = parts.map((part) => part.trim()).filter((part) => part !== '')
  return kept.some((part) => /^\d[\d,.]*$/.test(part)) ? kept : [text]
}
