import { shape } from '../dom/element.ts'

/** Marks of the reports, in their order: they differ in shape, not in colour alone. */
const marks = ['●', '◇', '▲', '□'] as const

/** Outlines of the marks around the point 0,0. */
const outlines = [
  'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0',
  'M0-7L7 0L0 7L-7 0Z',
  'M0-7L7 6H-7Z',
  'M-5.5-5.5H5.5V5.5H-5.5Z',
]

export const toMark = (i: number): string => marks[i] ?? ''

/** The shares of one group on one axis, a mark a report; where no share is given there is no mark. */
export function drawShares(shares: readonly (number | null)[], axis: number): SVGElement {
  const placed = shares.flatMap((share, i) => (share === null ? [] : [{ x: (100 * share) / axis, i }]))
  const places = placed.map(({ x }) => x)
  const line = (x1: number, x2: number) =>
    shape('line', { class: 'span', x1: `${x1}%`, x2: `${x2}%`, y1: '11', y2: '11' })
  const drawn = placed.map(({ x, i }) =>
    // A nested drawing is placed in percent, and its outline keeps its size.
    shape('svg', { x: `${x}%`, y: '11', overflow: 'visible' }, shape('path', { class: `m${i}`, d: outlines[i] ?? '' })),
  )
  return shape(
    'svg',
    { 'aria-hidden': 'true', width: '100%', height: '22', overflow: 'visible' },
    line(0, 100),
    ...(placed.length > 1
      ? [
          shape('line', {
            class: 'between',
            x1: `${Math.min(...places)}%`,
            x2: `${Math.max(...places)}%`,
            y1: '11',
            y2: '11',
          }),
        ]
      : []),
    ...drawn,
  )
}
