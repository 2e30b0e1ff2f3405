import { extractDocument, type Lookups, type LookupTexts, toLookups } from '@gongkai/extract/browser'
import type { Failure, Question, Reply } from './messages.ts'
import { lookupsPath } from './paths.ts'
import { toDraftView } from './to-view.ts'

const say = (reply: Reply) => postMessage(reply)

/** The only request that this worker makes: fixed parts, which are the same whatever is read. */
async function open({ base, version }: Extract<Question, { kind: 'open' }>): Promise<Lookups> {
  const response = await fetch(`${base}${lookupsPath}?v=${version}`)
  if (!response.ok) throw new Error(`Cannot read the lookups: the host answered ${response.status}`)
  // The build wrote them, and toLookups holds every row to its shape.
  return toLookups((await response.json()) as LookupTexts)
}

let opened: Promise<Lookups> | undefined

async function read({ draft, locale }: Extract<Question, { kind: 'read' }>): Promise<void> {
  const lookups = await (opened ?? Promise.reject(new Error('Cannot read a draft: the lookups were not opened')))
  const source = {
    path: draft.name,
    bytes: draft.bytes,
    sha256: await digest(draft.bytes),
    url: null,
    retrievedAt: null,
  }
  say({ kind: 'answer', view: toDraftView(await extractDocument(source, lookups), locale) })
}

/** SHA-256 in hex; a page without a secure origin has none, and then no reviewed correction applies. */
async function digest(bytes: Uint8Array): Promise<string> {
  const subtle: SubtleCrypto | undefined = crypto.subtle
  if (subtle === undefined) return ''
  const hash = await subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function answer(question: Question): Promise<void> {
  if (question.kind === 'read') return read(question)
  opened = open(question)
  await opened
  say({ kind: 'opened' })
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  answer(data).catch((error: unknown) => {
    const failure: Failure = data.kind === 'open' ? 'not_loaded' : 'failed'
    say({ kind: 'failure', failure, message: error instanceof Error ? error.name : typeof error })
  })
})
