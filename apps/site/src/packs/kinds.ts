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

/** Lists that people save; a link to one has no `download`, for of those Chromium asks no worker. */
const savedEndings = ['.csv', '.json'] as const

/**
 * What people open and save, and what the search of their browser reads. Their number grows with that of the reports.
 */
const opened: readonly Kind[] = [
  ...toKinds(['r/', 'agency/', 'region/', 'quality/'], [page]),
  ...toKinds(['agency/', 'region/', 'quality/'], [...savedEndings, '.svg']),
  { under: 'search/text/', ending: '.txt' },
  { under: 'search/terms/', ending: '.bin' },
  { under: 'search/names/', ending: '.bin' },
]

/** What other sites and programs fetch, which run no worker of ours. */
const fetched: readonly Kind[] = [{ under: 'embed/', ending: page }, ...toKinds(['agency/', 'region/'], ['.xml'])]

/** What a search over blocks reads, compressed by the host: the server sends it as quickly out of packs. */
const blocks: readonly Kind[] = [
  { under: 'search/blocks/', ending: '.json' },
  { under: 'search/choices/', ending: '.bin' },
]

/** The page for a lost reader as it was built: the file of that name starts the worker besides. */
const lost: Kind = { under: '404', ending: '.html' }

const kinds = {
  plain: [],
  packs: [...opened, lost],
  served: [...opened, ...fetched, ...blocks],
} as const satisfies Readonly<Record<Layout, readonly Kind[]>>

/** Whether a browser that opens a packed file saves it: numbers for other programs, which nobody reads in a window. */
export const isSaved = (path: string): boolean => savedEndings.some((ending) => path.endsWith(ending))

/**
 * Whether a layout packs a file.
 *
 * @param path below the site, e.g. `r/1/index.html`; not `r/index.html`, which every layout holds as a file
 */
export const isPacked = (path: string, layout: Layout): boolean =>
  kinds[layout].some(({ under, ending }) => path.startsWith(under) && path.slice(under.length).endsWith(ending))
