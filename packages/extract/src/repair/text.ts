import { glossPattern, isTraditional, toSimplified } from '@gongkai/schema'
import { applyEdits, type Piece, replaceAll } from './piece.ts'

type Step = (piece: Piece) => Piece

/** Radicals and compatibility ideographs that look like ordinary characters (⼀ U+2F00 for 一). */
const compatibility = /[\u2e80-\u2fdf\uf900-\ufaff]/g

const residue =
  /\[bookmark:[^\]]{0,40}\]|\{\{[^}]{0,60}\}\}|<!--[^>]{0,60}-->|<!\[endif\]-->|<!--\[if|(?:\|\s*){3,}|\u200b|\u200c|\u200d|\ufeff/g

/** Vocabulary that conversion for Taiwan puts in place of the statutory words. */
const vocabulary: readonly (readonly [RegExp, string])[] = [
  [/規範性檔案|规范性档案/g, '规范性文件'],
  [/入口網站|入口网站/g, '门户网站'],
  [/行政強製|行政强製/g, '行政强制'],
  [/(?<![显顯原专專名编編论論卓昭土译譯])著(?![作名述称稱录錄者])/g, '着'],
]

const steps: readonly Step[] = [
  (piece) => (compatibility.test(piece.text) ? applyEdits(piece, 'compatibility', normalisations(piece.text)) : piece),
  (piece) => replaceAll(piece, 'residue', residue, ''),
  (piece) => (/[(（]/.test(piece.text) ? replaceAll(piece, 'gloss', glossPattern, '') : piece),
  (piece) => (isTraditional(piece.text) ? restoreVocabulary(piece) : piece),
  (piece) => (isTraditional(piece.text) ? simplify(piece) : piece),
]

/** Repairs the characters of one piece of text; numbers are never touched. */
export function repairText(piece: Piece): Piece {
  if (!/[^\x20-\x7e]|[[{<|]/.test(piece.text)) return piece
  return steps.reduce((current, step) => step(current), piece)
}

function normalisations(text: string) {
  compatibility.lastIndex = 0
  return [...text.matchAll(compatibility)].map((match) => ({
    start: match.index,
    end: match.index + 1,
    replacement: match[0].normalize('NFKC'),
  }))
}

function restoreVocabulary(piece: Piece): Piece {
  return vocabulary.reduce((current, [pattern, word]) => replaceAll(current, 'vocabulary', pattern, word), piece)
}

/** Logs one repair per run of converted characters. */
function simplify(piece: Piece): Piece {
  const after = toSimplified(piece.text)
  const edits: { start: number; end: number; replacement: string }[] = []
  for (let i = 0; i < after.length; i++) {
    if (after.charAt(i) === piece.text.charAt(i)) continue
    const start = i
    while (i < after.length && after.charAt(i) !== piece.text.charAt(i)) i++
    edits.push({ start, end: i, replacement: after.slice(start, i) })
  }
  return applyEdits(piece, 'script', edits)
}
