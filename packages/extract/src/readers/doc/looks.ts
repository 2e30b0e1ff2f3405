import type { Bytes } from './bytes.ts'
import { eachProperty } from './properties.ts'

/** What decides whether a character is shown, and as what. */
export interface CharacterLook {
  readonly isHidden: boolean
  readonly isDeleted: boolean
  readonly isStruck: boolean
  /** A sign that stands for something: a picture, a note, a field. */
  readonly isSpecial: boolean
  /** Raised or lowered like the mark of a note. */
  readonly isRaised: boolean
  readonly isWhite: boolean
  /** A colour lies behind it. */
  readonly isShaded: boolean
  /** The character of another font that is shown in its place. */
  readonly symbol: number | undefined
}

export const plain: CharacterLook = {
  isHidden: false,
  isDeleted: false,
  isStruck: false,
  isSpecial: false,
  isRaised: false,
  isWhite: false,
  isShaded: false,
  symbol: undefined,
}

/** Properties that are on, off, as in the style, or the opposite of it. */
const toggle =
  (name: 'isHidden' | 'isStruck' | 'isDeleted' | 'isSpecial') =>
  (_: CharacterLook, operand: Bytes, style: CharacterLook): Partial<CharacterLook> => {
    const value = operand.byte(0)
    return { [name]: value > 1 ? style[name] === (value === 0x80) : value === 1 }
  }

/** Half-points up to which letters are no more than a dot. */
const smallest = 2
const white = 8

type Reader = (look: CharacterLook, operand: Bytes, style: CharacterLook) => Partial<CharacterLook>

/** What properties say of characters, by their codes. */
const readers: ReadonlyMap<number, Reader> = new Map<number, Reader>([
  [0x083c, toggle('isHidden')],
  [0x0818, toggle('isHidden')],
  [0x0800, toggle('isDeleted')],
  [0x0837, toggle('isStruck')],
  [0x2a53, toggle('isStruck')],
  [0x0855, toggle('isSpecial')],
  [0x2a48, (_, operand) => ({ isRaised: operand.byte(0) > 0 })],
  [0x4845, (_, operand) => ({ isRaised: operand.signed(0) > 0 })],
  [0x4a43, (look, operand) => ({ isHidden: look.isHidden || operand.short(0) <= smallest })],
  [0x2a42, (_, operand) => ({ isWhite: operand.byte(0) === white })],
  [0x6870, (_, operand) => ({ isWhite: operand.long(0) === 0xff_ffff })],
  [0x2a0c, (_, operand) => ({ isShaded: operand.byte(0) > 0 })],
  [0x4866, (_, operand) => ({ isShaded: isShadedShort(operand, 0) })],
  [0xca71, (_, operand) => ({ isShaded: isShaded(operand, 0) })],
  [0x6a09, (_, operand) => ({ symbol: operand.short(2) })],
])

/** Bytes that the operand of a property has at least. */
const least: ReadonlyMap<number, number> = new Map([[0xca71, 10]])

/** Gives the look that a style lends to characters. */
export type StyleLook = (style: number) => CharacterLook | undefined

const namesStyle = 0x4a30
const known: ReadonlySet<number> = new Set([...readers.keys(), namesStyle])

/**
 * What a list of properties says of characters, beside what was said of them before.
 *
 * @param style look of the style of their paragraph, to which some properties refer
 */
export function readCharacterLook(
  list: Bytes,
  before: CharacterLook = plain,
  {
    style = plain,
    styleLook = () => undefined,
  }: { readonly style?: CharacterLook; readonly styleLook?: StyleLook } = {},
): CharacterLook {
  let look = before
  eachProperty(list, known, (code, operand) => {
    if (operand.length < (least.get(code) ?? 1)) return
    if (code === namesStyle) look = { ...look, ...join(look, styleLook(operand.short(0))) }
    else look = { ...look, ...readers.get(code)?.(look, operand, style) }
  })
  return look
}

/** A character style adds to the look of a paragraph. */
function join(look: CharacterLook, style: CharacterLook | undefined): Partial<CharacterLook> {
  if (!style) return {}
  const { isHidden, isStruck, isRaised, isWhite, isShaded } = style
  return {
    isHidden: look.isHidden || isHidden,
    isStruck: look.isStruck || isStruck,
    isRaised: look.isRaised || isRaised,
    isWhite: look.isWhite || isWhite,
    isShaded: look.isShaded || isShaded,
  }
}

const automatic = 0xff
/** Whether a shading of ten bytes puts a colour behind text: its second colour, or a pattern. */
export function isShaded(operand: Bytes, at: number): boolean {
  if (at + 10 > operand.length) return false
  const [color, pattern] = [operand.long(at + 4), operand.short(at + 8)]
  if (pattern === 0xffff) return false
  return pattern > 0 || (color >>> 24 !== automatic && (color & 0xff_ffff) !== 0xff_ffff)
}

/** The same of a shading of two bytes. */
export function isShadedShort(operand: Bytes, at: number): boolean {
  if (at + 2 > operand.length) return false
  const shading = operand.short(at)
  const [color, pattern] = [(shading >> 5) & 0x1f, shading >> 10]
  return shading !== 0xffff && (pattern > 0 || (color > 0 && color !== white))
}
