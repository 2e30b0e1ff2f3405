/** How a site is laid out. */
export const layouts = ['plain', 'packs', 'served'] as const
export type Layout = (typeof layouts)[number]

/** Reports up to which each page is a file of its own, unless `SITE_LAYOUT` says otherwise. */
export const mostPlainReports = 4_000

/** Files below a folder that end in a certain way, e.g. `r/1/index.html`; those of the folder itself are others. */
interface Kind {
  readonly under: string
  readonly ending: string
}

const page = '/index.html'

/** Kinds of a room in both languages. */
const toKinds = (rooms: readonly string[], endings: readonly string[]): readonly Kind[] =>
  rooms.flatMap((room) => ['', 'en/'].flatMap((start) => endings.map((ending) => ({ under: start + room, ending }))))

/** What people open, and what the search of their browser reads. Their number grows with that of the reports. */
const opened: readonly Kind[] = [
  ...toKinds(['r/', 'agency/', 'region/', 'quality/'], [page]),
  { under: 'search/text/', ending: '.txt' },
  { under: 'search/terms/', ending: '.bin' },
  { under: 'search/names/', ending: '.bin' },
]

/** What other sites and programs fetch, which run no worker of ours, and what is saved: browsers ask none for a download. */
const fetched: readonly Kind[] = [
  { under: 'embed/', ending: page },
  ...toKinds(['agency/', 'region/', 'quality/'], ['.csv', '.json', '.xml', '.svg']),
]

/** The page for a lost reader as it was built: the file of that name starts the worker besides. */
const lost: Kind = { under: '404', ending: '.html' }

const kinds = {
  plain: [],
  packs: [...opened, lost],
  served: [...opened, ...fetched],
} as const satisfies Readonly<Record<Layout, readonly Kind[]>>

/**
 * Whether a layout packs a file.
 *
 * @param path below the site, e.g. `r/1/index.html`; not `r/index.html`, which every layout holds as a file
 */
export const isPacked = (path: string, layout: Layout): boolean =>
  kinds[layout].some(({ under, ending }) => path.startsWith(under) && path.slice(under.length).endsWith(ending))
