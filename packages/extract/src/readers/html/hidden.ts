/** Declarations by which an element takes no place or stands where nobody sees it. */
const unseen = [
  /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all/i,
  /(?:^|;)\s*(?:opacity|font-size)\s*:\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i,
  /text-indent\s*:\s*-\d{3,}/i,
  /position\s*:\s*(?:absolute|fixed)[^<]*?(?:left|top|right)\s*:\s*-\d{3,}|(?:left|top|right)\s*:\s*-\d{3,}[^<]*?position\s*:\s*(?:absolute|fixed)/i,
  /clip\s*:\s*rect\(\s*0[\w\s,]*\)/i,
] as const

const isFlat = (style: string): boolean =>
  /(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)/i.test(style) && /overflow\s*:\s*hidden/i.test(style)

/** What every such declaration has something of: nearly all styles of a page are done with at once. */
const hint = /none|hidden|collapse|mso-hide|:\s*0|-\d{3}|clip/i

/** Whether declarations of a style hide an element. */
export const isUnseen = (style: string): boolean =>
  hint.test(style) && (unseen.some((pattern) => pattern.test(style)) || isFlat(style))
