import type { CheerioAPI } from 'cheerio'
import { fileOf } from './links.ts'

const types: ReadonlySet<string> = new Set(['application/pdf', 'application/msword'])

/** Addresses of documents that the page shows in a frame or a viewer. */
export const findEmbedded = ($: CheerioAPI): readonly string[] =>
  $('iframe, frame, object, embed')
    .toArray()
    .flatMap(({ attribs }) => {
      const address = attribs['src'] ?? attribs['data'] ?? attribs['data-src'] ?? ''
      const isDocument = types.has((attribs['type'] ?? '').toLowerCase()) && address !== ''
      return fileOf(address) ?? (isDocument ? [address] : [])
    })
