import type { ReadDocument } from '../../types.ts'
import { readBlocks } from '../html/walk.ts'
import { openDoc } from './open.ts'
import { readParagraphs } from './paragraphs.ts'
import { toTree } from './to-tree.ts'

/**
 * Reads a document of Word 97 to 2003 by its own tables: pieces of text, properties of characters, paragraphs and rows.
 *
 * @throws {Unreadable} when it is damaged, encrypted, over a limit, or no such document
 */
export function readDoc(bytes: Uint8Array): ReadDocument {
  const tree = toTree(readParagraphs(openDoc(bytes)))
  return { ...readBlocks(tree, { skipsLinks: false }), metadata: [], attachments: [] }
}
