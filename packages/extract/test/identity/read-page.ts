import { loadLookups } from '../../src/cli/run/load-lookups.ts'
import { type IdentityReading, readIdentity } from '../../src/identity/read-identity.ts'

const lookups = loadLookups().identity

/** What a page prints, in the order in which it prints it. */
export interface Page {
  readonly head: readonly string[]
  readonly body?: readonly string[]
  readonly tail?: readonly string[]
  readonly metadata?: Readonly<Record<string, string>>
  readonly url?: string
  /** First sentence of section one. */
  readonly intro?: string
}

/** Identity as it is read from a page that holds sections one and six. */
export function read({
  head,
  body = [],
  tail = [],
  metadata = {},
  url,
  intro = '我局按要求开展工作。',
}: Page): IdentityReading {
  const texts = [...head, '一、总体情况', intro, ...body, '六、其他需要报告的事项', '无。', ...tail]
  return readIdentity(
    {
      lines: texts.map((text, i) => ({ line: i + 1, kind: 'paragraph', section: null, text })),
      metadata: Object.entries(metadata).map(([name, value]) => ({ name, value })),
      url: url ?? null,
    },
    lookups,
  )
}
