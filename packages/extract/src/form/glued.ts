import { type Form, forms } from '@gongkai/schema'

const numeral = '(?:[(（][一二三四五六七][)）]|[1-8][.．、]|[一二三四][、．.])?\\s*'

/** Heads of 表二 as they are printed in glued text. */
const heads = [
  '信息内容',
  '本年收费金额[（(]?(?:单位[:：]?)?(?:万元)?[)）]?',
  '采购总金额[（(]?(?:单位[:：]?)?(?:万?元)?[)）]?',
  '对外公开总数量?',
  '本年增[/／\\\\]?减?',
]

/** Words that close a label in glued text: every label, longest first, with the numeral before it. */
const pattern = toPattern()

function toPattern(): RegExp {
  const all = Object.values(forms).flatMap((byEdition) => Object.values(byEdition) as readonly Form[])
  const labels = all.flatMap((form) =>
    form.blocks.flatMap((block) => [
      ...block.rows.flatMap((row) => [row.label.zh, row.group?.zh.replace(/^（.）/, '') ?? '']),
      ...block.columns
        .filter((column) => column.measure !== 'amount' && column.id !== 'other_organization')
        .map((column) => column.label.zh),
    ]),
  )
  const once = [...new Set(labels)].filter((label) => label !== '').sort((a, b) => b.length - a.length)
  const escaped = once.map((label) => label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[“”（）()、，]/g, '.?'))
  return new RegExp(`${numeral}(?:${[...heads, ...escaped].join('|')})`, 'g')
}

/**
 * Cuts a line in which labels and digits run together (`规章000`, `（七）总计0000000四、结转…`).
 *
 * @returns the parts in order, or the line alone when it is not glued
 */
export function toGluedParts(text: string): readonly string[] {
  if (text.length > 4000 || /[。；]/.test(text.slice(0, 120))) return [text]
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
  const labels = matches.reduce((sum, match) => sum + match[0].length, 0)
  const isAllLabels = matches.length > 1 && labels >= text.length * 0.85
  return isAllLabels || kept.some((part) => /^\d[\d,.]*$/.test(part)) ? kept : [text]
}
