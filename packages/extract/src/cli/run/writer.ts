import { type FirstDocument, toDuplicate, toLine } from './ledger.ts'
import type { Output } from './output.ts'
import { toPlain } from './packing.ts'
import type { FileRead, LateFile } from './read-file.ts'

/** A file that is to be read again, and what puts its line where it belongs. */
interface LateLine {
  readonly late: LateFile
  readonly fill: (read: FileRead) => void
}

/** Writes what the files came to, in the order of the files, and counts it. */
interface Writer {
  readonly add: (read: FileRead) => void
  /** Files that took too long beside others; after each is filled in, those with the same bytes are. */
  readonly late: () => readonly LateLine[]
  readonly totals: () => {
    readonly cached: number
    readonly statuses: ReadonlyMap<string, number>
    readonly tooSlow: readonly string[]
  }
}

/** Opens a writer; lines of files that are late, and of those with the same bytes, follow when they are known. */
export function openWriter(output: Output): Writer {
  const firsts = new Map<string, FirstDocument>()
  /** What is to be done when the document of some bytes has been read at last. */
  const waiting = new Map<string, (() => void)[]>()
  const late: LateLine[] = []
  const statuses = new Map<string, number>()
  const tooSlow: string[] = []
  let cached = 0

  const write = (read: FileRead, put: Output['write']): void => {
    const { document, line } = toCompleted(read, firsts)
    statuses.set(document.status, (statuses.get(document.status) ?? 0) + 1)
    if (read.isCached) cached++
    if (read.isSkipped) tooSlow.push(document.path)
    if (read.slowKey !== undefined) output.addSlow(read.slowKey)
    put({ line, documentId: document.documentId, provinces: read.provinces, kept: read.kept })
  }
  const add: Writer['add'] = (read) => {
    const id = read.document.documentId ?? ''
    const others = waiting.get(id)
    if (read.late) {
      const put = output.reserve()
      waiting.set(id, [])
      const fill = (again: FileRead): void => {
        write(again, put)
        for (const other of waiting.get(id) ?? []) other()
      }
      late.push({ late: read.late, fill })
    } else if (others) {
      const put = output.reserve()
      others.push(() => write(read, put))
    } else write(read, output.write)
  }
  return { add, late: () => late, totals: () => ({ cached, statuses, tooSlow }) }
}

/** The row of a file; that of one whose bytes an earlier file has says which, and how that one was read. */
function toCompleted(
  { document, line }: FileRead,
  firsts: Map<string, FirstDocument>,
): Required<Pick<FileRead, 'document' | 'line'>> {
  const { documentId, path, mediaType, reader } = document
  if (line) {
    if (documentId) firsts.set(documentId, { path, mediaType, reader })
    return { document, line }
  }
  const first = firsts.get(documentId ?? '')
  if (!first) throw new RangeError(`Cannot write the duplicate "${path}": it has no first file`)
  const duplicate = toDuplicate(document, first)
  return { document: duplicate, line: toPlain(toLine({ document: duplicate, reports: [] })) }
}
