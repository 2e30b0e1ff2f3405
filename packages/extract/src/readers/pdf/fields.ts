import type { PDFDocumentProxy, PDFPageProxy } from './library.ts'
import { applyToBox, isNumbers, type Matrix } from './matrix.ts'
import type { Picture } from './page.ts'

const hidden = 0b10_0010 // as the flags of annotations have it: hidden, or not to be viewed

/**
 * Places of the fields of a form that hold a value and no way to show it: some viewers show the value, others a blank.
 *
 * @param matrix from the page's own units to points from its upper left corner
 */
export async function findUnshownFields(page: PDFPageProxy, matrix: Matrix): Promise<readonly Picture[]> {
  const annotations: readonly unknown[] = await page.getAnnotations()
  return annotations.filter(isUnshown).map(({ rect }) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(rect)
    return { ...applyToBox(matrix, x0, y0, x1, y1), at: Number.POSITIVE_INFINITY }
  })
}

/** Whether a document has fields at all; few have. */
export const hasFields = async (document: PDFDocumentProxy): Promise<boolean> =>
  (await document.getFieldObjects()) !== null

interface UnshownField {
  readonly rect: ArrayLike<number> & Iterable<number>
}

function isUnshown(annotation: unknown): annotation is UnshownField {
  if (typeof annotation !== 'object' || annotation === null) return false
  const { subtype, fieldValue, hasAppearance, annotationFlags, rect } = annotation as Readonly<Record<string, unknown>>
  const isSet = Array.isArray(fieldValue) ? fieldValue.length > 0 : typeof fieldValue === 'string' && fieldValue !== ''
  const isHidden = typeof annotationFlags === 'number' && (annotationFlags & hidden) !== 0
  return subtype === 'Widget' && isSet && hasAppearance !== true && !isHidden && isNumbers(rect)
}
