import { fileOf } from './links.ts'
import { type AnyNode, findBelow } from './tree.ts'

const viewers: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed'])
const types: ReadonlySet<string> = new Set(['application/pdf', 'application/msword'])

/** Addresses of documents that the page shows in a frame or a viewer. */
export const findEmbedded = (root: AnyNode): readonly string[] =>
  findBelow(root, viewers).flatMap(({ attribs }) => {
    const address = attribs['src'] ?? attribs['data'] ?? attribs['data-src'] ?? ''
    const isDocument = types.has((attribs['type'] ?? '').toLowerCase()) && address !== ''
    return fileOf(address) ?? (isDocument ? [address] : [])
  })
