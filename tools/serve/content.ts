import { toMediaType } from '../../apps/site/src/packs/media-types.ts'
import { type Coding, codings, type Held, type Variant } from './held.ts'
import type { Answer, Asked } from './messages.ts'
import { readRange } from './ranges.ts'

/**
 * Whether a browser takes a coding.
 *
 * @example `gzip, br;q=0` takes gzip alone
 */
const takes = (accepted: string, coding: Coding): boolean =>
  accepted.split(',').some((part) => {
    const [name = '', ...settings] = part
      .toLowerCase()
      .split(';')
      .map((one) => one.trim())
    return (name === coding || name === '*') && !settings.some((setting) => /^q=0(?:\.0*)?$/.test(setting))
  })

/** The first coding that the browser takes and the site has. */
async function choose(held: Held, accepted: string): Promise<readonly [Coding, Variant] | undefined> {
  for (const coding of codings) {
    const variant = takes(accepted, coding) ? await held.compressed(coding) : undefined
    if (variant) return [coding, variant]
  }
  return undefined
}

/** Whether what the browser holds of a path is what it would be sent. */
const isKnown = (known: string | undefined, tag: string): boolean =>
  (known ?? '').split(',').some((one) => [tag, '*'].includes(one.trim().replace(/^W\//, '')))

/** Answers with what a path holds: whole, compressed where the browser takes it, in part, or not again. */
export async function toContent(path: string, held: Held, asked: Asked, headers: Answer['headers']): Promise<Answer> {
  const { name, isText } = toMediaType(path)
  const isSquashed = isText && asked.range === undefined
  const [coding, variant] = (isSquashed && (await choose(held, asked.accepted ?? ''))) || [undefined, held.plain]
  const tag = `"${variant.tag}"`
  const own: Answer['headers'] = {
    ...headers,
    'content-type': name,
    'accept-ranges': 'bytes',
    etag: tag,
    ...(isText && { vary: 'accept-encoding' }),
    ...(coding && { 'content-encoding': coding }),
  }
  if (isKnown(asked.known, tag)) return { status: 304, headers: own, body: '' }
  // A part of other bytes than those that the browser has the rest of would be of no use.
  const isSame = asked.rangeOf === undefined || asked.rangeOf === tag
  return toPart(variant, isSame ? asked.range : undefined, own)
}

async function toPart(variant: Variant, range: string | undefined, headers: Answer['headers']): Promise<Answer> {
  const { size } = variant
  const part = readRange(range, size)
  if (part === 'none') return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` }, body: '' }
  const { start, end } = part ?? { start: 0, end: size - 1 }
  const sized = { ...headers, 'content-length': String(end - start + 1) }
  const body = size === 0 ? '' : await variant.take(start, end)
  if (!part) return { status: 200, headers: sized, body }
  return { status: 206, headers: { ...sized, 'content-range': `bytes ${start}-${end}/${size}` }, body }
}
