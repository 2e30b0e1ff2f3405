import { toXml } from '../text/xml.ts'

/** Colours of a drawing that stands alone, on white paper. */
export const ink = {
  ...{ paper: '#ffffff', ink: '#1b2229', soft: '#55606a', rule: '#cdd5db', tile: '#d5e7f3', dot: '#0a5688' },
  ...{ granted: '#14627c', granted_in_part: '#4a8fab', refused: '#a8442a', unavailable: '#8f6b12' },
  ...{ unprocessed: '#6c588c', other: '#717b84', few: '#77838d' },
} as const

/** A colour by its name. */
export type Ink = keyof typeof ink

/** Width of every drawing, in its own units. */
export const drawingWidth = 800

/** Text at a place; it begins there unless it is said to end there. */
export interface Lettering {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly fill?: Ink
  readonly isEnd?: boolean
  readonly isBold?: boolean
}

const font = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"

/** @example letter({ x: 0, y: 10, text: '2024' }) // '<text x="0" y="10" font-size="14" fill="#1b2229">2024</text>' */
export function letter({ x, y, text, size = 14, fill = 'ink', isEnd = false, isBold = false }: Lettering): string {
  const more = `${isEnd ? ' text-anchor="end"' : ''}${isBold ? ' font-weight="700"' : ''}`
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${ink[fill]}"${more}>${toXml(text)}</text>`
}

/** A rectangle; one that is dashed has no filling. */
export function box(x: number, y: number, width: number, height: number, fill: Ink, isDashed = false): string {
  const look = isDashed ? `fill="none" stroke="${ink[fill]}" stroke-dasharray="4 3"` : `fill="${ink[fill]}"`
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" ${look}/>`
}

/** A straight line. */
export const stroke = (x1: number, y1: number, x2: number, y2: number, colour: Ink, width = 1): string =>
  `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${ink[colour]}" stroke-width="${width}"/>`

/** A dot. */
export const dot = (x: number, y: number, radius: number, fill: Ink): string =>
  `<circle cx="${x}" cy="${y}" r="${radius}" fill="${ink[fill]}" fill-opacity="0.7"/>`

/** What a drawing says beside what it draws. */
export interface Caption {
  readonly title: string
  readonly description: string
  /** Line at the foot: where the numbers come from. */
  readonly source: string
}

/** Room of the title and of the line at the foot. */
const [head, foot, edge] = [56, 36, 20]

/**
 * A drawing as a file of its own: SVG with its own colours and nothing from elsewhere.
 *
 * @param shapes drawn below the title, on `drawingWidth` less an edge on both sides
 * @param height of the shapes
 */
export function toDrawing({ title, description, source }: Caption, shapes: readonly string[], height: number): string {
  const whole = head + height + foot
  const width = drawingWidth
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img" font-family="${font}">`,
    `<title>${toXml(title)}</title>`,
    `<desc>${toXml(description)}</desc>`,
    box(0, 0, width, whole, 'paper'),
    letter({ x: edge, y: 34, text: title, size: 18, isBold: true }),
    `<g transform="translate(${edge} ${head})">`,
    ...shapes,
    '</g>',
    letter({ x: edge, y: whole - 14, text: source, size: 12, fill: 'soft' }),
    '</svg>',
    '',
  ].join('\n')
}

/** Width that the shapes have. */
export const drawnWidth = drawingWidth - 2 * edge
