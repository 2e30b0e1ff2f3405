import { gzipSync } from 'node:zlib'
import { ask, findIds, type Library, toRequest } from '../../apps/site/test/search/library.ts'
import type { Cost } from './ask.ts'

/** Reports up to which all that were found are looked at, to be compared with reading every line. */
const mostCompared = 3000

const textId = /^search\/text\/(.*)\.txt$/

/** Bytes of a file over the line: text compressed as hosts do, other files as they are. */
function weigh({ files, textOf }: Library, path: string): number {
  const [, id] = textId.exec(path) ?? []
  const file = id === undefined ? files.get(path) : textOf(decodeURIComponent(id))
  if (file === undefined) throw new RangeError(`Cannot weigh "${path}": there is no such file`)
  return typeof file === 'string' ? gzipSync(file).length : file.length
}

/** Asks each question of a search that was just opened, in this process, and weighs the files that it reads. */
export async function weighQuestions(library: Library, queries: readonly string[]) {
  const { reads, reopen } = library
  const takeReads = () => {
    const paths = [...reads]
    reads.clear()
    return { requests: paths.length, bytes: paths.reduce((sum, path) => sum + weigh(library, path), 0) }
  }
  reads.clear()
  reopen()
  const opening = takeReads().bytes
  const costs: Cost[] = []
  for (const query of queries) {
    const engine = reopen()
    reads.clear()
    const startedAt = performance.now()
    const { count, hits } = await ask(engine, toRequest(query))
    const milliseconds = performance.now() - startedAt
    const read = takeReads()
    const isCompared = count <= mostCompared
    const found = isCompared ? await findIds(engine, query) : hits.map(({ report }) => report.id)
    costs.push({ query, found, isWhole: isCompared, milliseconds, ...read })
  }
  reads.clear()
  return { opening, costs }
}
