import { applyEdits, type Piece } from './piece.ts'

/**
 * A statistical period from the first to the last day of one year whose 年, 月 or 日 may be lost: the digits admit one
 * reading only, `20231月1日起至202312月31日`. Any other damaged date is left as it is printed.
 */
const period =
  /(?<!\d)(20\d{2})(\s*年?\s*)(0?1)(\s*月?\s*)(0?1)(\s*日?)(?=\s*起?\s*[至到]\s*(20\d{2})\s*年?\s*12\s*月?\s*31(?!\d))/g
const end =
  /(?<=20\d{2}\s*年?\s*0?1\s*月?\s*0?1\s*日?\s*起?\s*[至到]\s*)(20\d{2})(\s*年?\s*)(12)(\s*月?\s*)(31)(\s*日?)/g

const signs = ['年', '月', '日'] as const

/** Completes the signs of a damaged period; no digit is added, moved or removed. */
export function completePeriod(piece: Piece): Piece {
  if (!/20\d{2}\s*年?\s*12\s*月?\s*31/.test(piece.text)) return piece
  const halves = [...piece.text.matchAll(period)].flatMap((match) => {
    const rest = end.exec(piece.text.slice(match.index))
    end.lastIndex = 0
    return rest && rest[1] === match[1] ? [toEdits(match, match.index), toEdits(rest, match.index + rest.index)] : []
  })
  return applyEdits(piece, 'date', halves.flat())
}

/** One insertion per lost sign, behind the digits that it belongs to. */
function toEdits(match: RegExpExecArray, start: number) {
  let at = start
  return signs.flatMap((sign, i) => {
    at += (match[i * 2 + 1] ?? '').length
    const gap = match[i * 2 + 2] ?? ''
    const edit = { start: at, end: at, replacement: sign }
    at += gap.length
    return gap.includes(sign) ? [] : [edit]
  })
}
