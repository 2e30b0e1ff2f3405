import type { ReasonCode } from '@gongkai/schema'
import { limits } from '../../limits.ts'
import type { SourceDocument } from '../../types.ts'
import { type FileToRead, loadSource, sizeOf } from './files.ts'
import { codeOf } from './list-corpus.ts'

/** Why the bytes of a file cannot be had, or nothing can be made of them. */
export interface NotOpened {
  readonly reason: ReasonCode
  readonly detail: string
  readonly bytes?: number
  readonly sha256?: string
}

/** The bytes of a file, or why they cannot be had. */
export function openSource(file: FileToRead): { readonly source: SourceDocument } | NotOpened {
  try {
    const bytes = sizeOf(file.file)
    if (bytes <= limits.fileBytes) return { source: loadSource(file) }
    return { reason: 'too_large', detail: `${bytes} bytes, the limit is ${limits.fileBytes}`, bytes }
  } catch (error) {
    return { reason: 'unreadable', detail: codeOf(error) }
  }
}
