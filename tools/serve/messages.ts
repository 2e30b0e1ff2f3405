import type { FilePart } from './held.ts'

/** What is asked of the server. */
export interface Asked {
  readonly method: string
  /** As it stands in the first line of the request. */
  readonly target: string
  readonly range?: string | undefined
  /** The bytes that the range is meant to be a part of: If-Range. */
  readonly rangeOf?: string | undefined
  /** Codings that the browser takes: Accept-Encoding. */
  readonly accepted?: string | undefined
  /** What the browser holds already: If-None-Match. */
  readonly known?: string | undefined
}

/** What is answered: a status, headers, and bytes or a few words. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: FilePart | Uint8Array | string
}
