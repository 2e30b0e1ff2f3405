/** A rule of a style sheet: its selectors, and what it declares. */
interface Block {
  readonly selectors: string
  readonly style: string
}

/** Characters in front of a brace, and between braces, that are looked at; longer ones are no rule that somebody wrote. */
const longestHead = 2000

/** A block whose end is not read yet: its selectors, or a rule such as @media. */
interface OpenBlock {
  readonly head: string
  readonly isShown: boolean
}

const isRule = ({ head }: OpenBlock): boolean => !head.startsWith('@')

/**
 * The rules of a style sheet that hold on a screen, in one pass from brace to brace.
 *
 * @example `@media screen{.a{color:red}}@media print{.a{display:none}}` → `.a` with `color:red`
 * @example `.a{color:red;.b{display:none}}` → `.a` with `color:red`, `:is(.a) .b` with `display:none`
 */
export function readBlocks(sheet: string): readonly Block[] {
  const blocks: Block[] = []
  const open: OpenBlock[] = []
  let from = 0
  // A rule that is not closed ends with the sheet.
  for (const { 0: sign, index } of `${sheet}}`.matchAll(/[{};]/g)) {
    const last = open.at(-1)
    // Within a rule, a semicolon parts declarations; elsewhere it ends a rule without braces, such as @import.
    if (sign === ';' && last && isRule(last)) continue
    const text = sheet.slice(from, Math.min(index, from + longestHead + 1))
    const cut = text.length > longestHead ? 0 : text.lastIndexOf(';') + 1
    const head = sign === '{' ? text.slice(cut) : ''
    const style = text.slice(0, text.length - head.length)
    const holds = last?.isShown && isRule(last) && text.length <= longestHead && style.trim() !== ''
    if (holds) blocks.push({ selectors: last.head, style })
    if (sign === '{') open.push(toOpen(head.trim(), last))
    if (sign === '}') open.pop()
    from = index + 1
  }
  return blocks
}

/** What a brace opens, and whether it holds: not below @media for print, nor below @font-face, @keyframes and the like. */
function toOpen(printed: string, around: OpenBlock | undefined): OpenBlock {
  const [, name = '', rest = ''] = /^@([\w-]+)(.*)$/s.exec(printed) ?? []
  const holds = name === '' || (name === 'media' && isForScreens(rest)) || /^layer|^supports\s*\(/.test(name + rest)
  const outer = around?.isShown && isRule(around) && name === '' ? `:is(${around.head})` : undefined
  const nested = printed.includes('&') ? printed.replaceAll('&', () => outer ?? '&') : `${outer} ${printed}`
  const head = outer === undefined ? printed : nested
  return { head, isShown: (around?.isShown ?? true) && holds && head.length <= longestHead }
}

/** @example `.a, :is(b, c)` → `.a` and `:is(b, c)` */
export function splitSelectors(text: string): readonly string[] {
  const selectors: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: sign, index } of `${text},`.matchAll(/[(),]/g)) {
    if (sign === '(') depth++
    if (sign === ')') depth--
    if (sign !== ',' || (depth > 0 && index < text.length)) continue
    selectors.push(text.slice(from, index).trim())
    from = index + 1
  }
  return selectors
}

/** Whether a list of media names screens of any width. */
export const isForScreens = (media: string): boolean =>
  media.trim() === '' || media.split(',').some((one) => /^(?:(?:only\s+)?screen|all)$/i.test(one.trim()))
