import { element } from '../dom/element.ts'
import type { Part } from './snippet.ts'

/** Text with what was found in `<mark>`. */
export const toMarked = (parts: readonly Part[]): readonly (Node | string)[] =>
  parts.map(({ text, isMark }) => (isMark ? element('mark', {}, text) : text))
