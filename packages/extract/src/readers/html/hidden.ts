import type { Style } from './style.ts'

/** Signs of a declaration by which text may be hidden, struck out or raised: most styles have none and are not looked into. */
const hint =
  /display\s*:\s*none|visibility\s*:\s*[hc]|mso-hide|opacity\s*:\s*0?\.?0|clip(?:-path)?\s*:|line-through|vertical-align\s*:\s*(?:su|text-top|[\d.])|font(?:-size)?\s*:\s*(?:[01](?![\d.])|0?\.\d)|(?:height|width)\s*:\s*[01](?![\d.])|(?:indent|left|top|right|bottom)\s*:\s*-|transform\s*:|color\s*:\s*(?:#[ef]|white|transparent|rgb|hsl)|-position\s*:\s*su/i

/** Whether a style may decide what is seen of an element. */
export const mayDecide = (style: string): boolean => hint.test(style)

const said = (style: Style, name: string): string => style.get(name) ?? ''

/** A length of nothing, or of a point at most. */
const isTiny = (value: string): boolean =>
  value !== '' && /^(?:0*(?:\.0*)?(?:px|pt|r?em|%|vw|vh)?|(?:0?\.\d+|1(?:\.0*)?)(?:px|pt))$/.test(value)
const isFarAway = (value: string): boolean => /^-(?:\d{3,}|\d{2,}r?em|100%)/.test(value)

const sides = ['left', 'top', 'right', 'bottom', 'margin-left', 'margin-top'] as const

/** Ways in which an element takes no place or stands where nobody sees it, whatever is declared inside it. */
export function isGone(style: Style): boolean {
  if (said(style, 'display') === 'none' || said(style, 'mso-hide') === 'all') return true
  if (/^(?:0?\.0\d*|0+(?:\.0*)?%?)$/.test(said(style, 'opacity'))) return true
  if (isFarAway(said(style, 'text-indent')) || said(style, 'visibility') === 'collapse') return true
  const isPlaced = /absolute|fixed/.test(said(style, 'position'))
  if ((isPlaced && sides.some((side) => isFarAway(said(style, side)))) || isFarAway(said(style, 'margin-left')))
    return true
  if (/(?:scale[xy]?|scale3d)\(\s*0|translate[xy3d]*\([^)]{0,80}-(?:\d{3,}|100%)/.test(said(style, 'transform')))
    return true
  return isClipped(style) || isFlat(style)
}

const isClipped = (style: Style): boolean =>
  leavesNothing(said(style, 'clip')) ||
  /^(?:inset\(\s*(?:[5-9]\d|100)%|(?:circle|ellipse)\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*)*\))/.test(
    said(style, 'clip-path'),
  )

/** @example `rect(0, 0, 0, 0)` and `rect(1px 1px 1px 1px)`; `rect(0, 60px, 20px, 0)` shows something */
function leavesNothing(clip: string): boolean {
  const [top, right, bottom, left] = [...clip.matchAll(/auto|-?[\d.]+/g)].map(([length]) => Number(length))
  if (!clip.startsWith('rect') || left === undefined) return false
  return (bottom ?? 0) - (top ?? 0) <= 1 || (right ?? 0) - left <= 1
}

const isFlat = (style: Style): boolean =>
  /hidden|clip/.test(said(style, 'overflow')) &&
  ['height', 'width', 'max-height', 'max-width'].some((name) => isTiny(said(style, name)))

/** Properties that hide text and are inherited: an element inside may show its own again. */
export const inherited = ['visibility', 'font-size'] as const

export function hidesBy(style: Style, property: (typeof inherited)[number]): boolean {
  const value = said(style, property)
  return property === 'visibility' ? value === 'hidden' : isTiny(value)
}

export const isStruck = (style: Style): boolean => said(style, 'text-decoration').includes('line-through')

/** Raised or lowered like the mark of a footnote. */
export function isRaised(style: Style): boolean {
  const align = said(style, 'vertical-align')
  return (
    /^(?:super|sub|text-top)/.test(align) ||
    /^(?:[3-9]|\d\d)(?:\.\d+)?p[xt]$|^0?\.[2-9]\d*r?em$|^[2-9]\d%$/.test(align) ||
    /^su(?:per|b)/.test(said(style, 'font-variant-position')) ||
    (said(style, 'position') === 'relative' &&
      /^-(?:[3-9]|\d\d)(?:\.\d+)?p[xt]$|^-0?\.[2-9]\d*r?em$/.test(said(style, 'top')))
  )
}

/** Each part of a colour that cannot be told from the paper. */
const palest = 0xf0

/** Whether a colour cannot be told from white paper. */
export function isWhite(value: string): boolean {
  if (/^(?:#f{3,4}|white|snow|ivory|ghostwhite|floralwhite)(?![\w])/.test(value)) return true
  const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})/.exec(value)
  const rgb = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/.exec(value)
  const parts = hex?.slice(1).map((part) => Number.parseInt(part, 16)) ?? rgb?.slice(1).map(Number)
  return parts?.every((part) => part >= palest) ?? /^hsla?\([^)]*[\s,](?:9[5-9]|100)%\s*[),/]/.test(value)
}

/** Paint that leaves what is behind it as it is. */
export const isTransparent = (value: string): boolean =>
  /^(?:transparent|none|initial|unset|inherit)$|^(?:rgba|hsla)\([^)]{0,80}[,/]\s*0?(?:\.0*)?%?\s*\)/.test(value)
