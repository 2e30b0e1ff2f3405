const anyPackage = '^(packages|apps)/'
const outside = '(^|/)node_modules/'

/** Only the named places of one workspace may use a library: one library per place, so that each can be replaced alone. */
const onlyIn = (library, place) => ({
  name: `${library.replaceAll(/[^a-z]/g, '')}-in-its-place`,
  comment: `${library} is used in ${place} and nowhere else`,
  severity: 'error',
  from: { path: anyPackage, pathNot: [place, '/test/', '/tools/'] },
  to: { path: `${outside}${library}(/|$)` },
})

/** A workspace that another one may not enter at all. */
const closed = (from, to) => ({
  name: `${from}-does-not-enter-${to}`,
  comment: `${from} and ${to} meet through files or not at all`,
  severity: 'error',
  from: { path: `^(packages|apps)/${from}/` },
  to: { path: `^(packages|apps)/${to}/` },
})

/** Rooms of extract, and which others each may enter: imports point one way. All may use its types and limits. */
const rooms = {
  text: [],
  readers: ['text'],
  repair: ['text'],
  form: ['text'],
  identity: ['text'],
  audit: ['text'],
  show: ['text', 'repair', 'audit'],
  document: ['text', 'repair', 'form', 'identity'],
  lookups: ['text', 'repair', 'form', 'identity', 'document'],
}

const enters = ([room, others]) => ({
  name: `room-${room}`,
  comment: `${room} of extract enters ${others.join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: `^packages/extract/src/${room}/` },
  to: {
    path: '^packages/extract/src/',
    pathNot: [...[room, ...others].map((one) => `^packages/extract/src/${one}/`), '/src/(types|limits)\\.ts$'],
  },
})

/**
 * The rooms of the site and the rooms that each may enter, besides itself: arrows lead down this list and never up, so
 * no two rooms can need each other. `apps/site/test/rooms.test.ts` holds the `.astro` files to it, which are not
 * cruised.
 */
export const siteRooms = {
  pages: [
    'components',
    'sql',
    'check',
    'compare',
    'search',
    'out',
    'quality',
    'report',
    'indicators',
    'places',
    'chart',
    'words',
    'site',
    'data',
  ],
  components: [
    'styles',
    'sql',
    'check',
    'compare',
    'search',
    'out',
    'quality',
    'report',
    'indicators',
    'places',
    'chart',
    'words',
    'site',
    'data',
  ],
  sql: ['text', 'words', 'dom'],
  check: ['report', 'words', 'dom', 'site', 'data'],
  compare: ['search', 'packs', 'report', 'words', 'text', 'dom', 'data'],
  search: ['packs', 'words', 'text', 'dom', 'data'],
  out: ['quality', 'report', 'words', 'text', 'site', 'data'],
  quality: ['chart', 'words', 'data'],
  report: ['places', 'words', 'site', 'data'],
  indicators: ['chart', 'words', 'data'],
  places: ['chart', 'words', 'site', 'data'],
  chart: ['text', 'dom'],
  words: ['data'],
  text: [],
  dom: [],
  site: [],
  packs: [],
  data: [],
  styles: [],
}

/** A room of the site that enters one it may not. */
const roomRules = Object.entries(siteRooms).map(([room, open]) => ({
  name: `site-room-${room}`,
  comment: `${room} may enter: ${open.join(', ') || 'none of the other rooms'}`,
  severity: 'error',
  from: { path: `^apps/site/src/${room}/` },
  to: { path: '^apps/site/src/', pathNot: `^apps/site/src/(${[room, ...open].join('|')})/` },
}))

export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    ...Object.entries(rooms).map(enters),
    {
      name: 'resolvable',
      severity: 'error',
      from: { pathNot: '\\.astro$' },
      // What ends in ?url is an address that the build makes.
      to: { couldNotResolve: true, pathNot: ['^(astro|bun):', '\\?url$'] },
    },
    {
      name: 'enter-by-index',
      comment: 'a package is entered by its index only; the site may also enter the browser entry of extract',
      severity: 'error',
      from: { path: '^(?:packages|apps)/([^/]+)/' },
      to: { path: '^packages/', pathNot: ['^packages/$1/', '^packages/[^/]+/src/(index|browser)\\.ts$'] },
    },
    {
      name: 'tools-stay-outside',
      comment: 'what runs in production does not depend on tools or tests',
      severity: 'error',
      from: { path: '^(packages|apps)/[^/]+/src/' },
      to: { path: ['^tools/', '^test/', '^(packages|apps)/[^/]+/(test|tools)/'] },
    },
    closed('schema', 'extract'),
    closed('schema', 'analyze'),
    closed('schema', 'site'),
    closed('extract', 'analyze'),
    closed('extract', 'site'),
    closed('analyze', 'extract'),
    closed('analyze', 'site'),
    closed('site', 'analyze'),
    closed('schema', 'disk'),
    closed('disk', 'schema'),
    closed('disk', 'extract'),
    closed('disk', 'analyze'),
    closed('disk', 'site'),
    {
      name: 'disk-only-in-the-shell',
      comment: 'below its shell extract touches no disk',
      severity: 'error',
      from: { path: '^packages/extract/src/', pathNot: '^packages/extract/src/cli/' },
      to: { path: '^packages/disk/' },
    },
    {
      name: 'site-enters-extract-by-its-browser-entry',
      severity: 'error',
      from: { path: '^apps/site/' },
      to: { path: '^packages/extract/', pathNot: '^packages/extract/src/browser\\.ts$' },
    },
    onlyIn('fflate', '^packages/(extract/src/readers/docx|analyze/src/write)/'),
    onlyIn('saxes', '^packages/extract/src/readers/docx/'),
    onlyIn('cheerio', '^packages/extract/src/readers/(html|docx)/'),
    onlyIn('domhandler', '^packages/extract/src/readers/(html|docx)/'),
    onlyIn('parse5', '^packages/extract/src/readers/html/'),
    onlyIn('parse5-htmlparser2-tree-adapter', '^packages/extract/src/readers/html/'),
    onlyIn('mammoth', '^packages/extract/src/readers/docx/'),
    onlyIn('pdfjs-dist', '^packages/extract/src/readers/pdf/'),
    onlyIn('cfb', '^packages/extract/src/readers/doc/'),
    onlyIn('postal-mime', '^packages/extract/src/readers/mhtml\\.ts$'),
    onlyIn('csv-parse', '^packages/extract/src/lookups/csv\\.ts$'),
    onlyIn('p-map', '^packages/extract/src/cli/'),
    onlyIn('pinyin-pro', '^packages/(?:extract/src/identity|analyze/src/load-copies)'),
    onlyIn('zod', '^packages/schema/src/'),
    onlyIn('@duckdb/node-api', '^(packages/analyze/src|apps/site/integrations/page-keys\\.ts$)'),
    onlyIn('@duckdb/duckdb-wasm', '^apps/site/src/sql/'),
    onlyIn('write-excel-file', '^packages/analyze/src/write/'),
    onlyIn('hyparquet', '^apps/site/src/(data|sql)/'),
    onlyIn('squirreling', '^apps/site/src/sql/'),
    onlyIn('fzstd', '^apps/site/src/sql/'),
    onlyIn('astro', '^apps/site/'),
    onlyIn('sitemap', '^apps/site/integrations/'),
    onlyIn('vite', '^apps/site/integrations/pack-scripts\\.ts$'),
    {
      name: 'site-enters-disk-where-it-publishes',
      comment: 'pages touch no disk; the folder of the built site is replaced by its build',
      severity: 'error',
      from: { path: '^apps/site/', pathNot: '^apps/site/(?:integrations/|build\\.ts$)' },
      to: { path: '^packages/disk/' },
    },
    {
      name: 'extract-is-pure-below-its-shell',
      comment: 'disk, clock, processes and environment belong to src/cli; legacy .doc alone may use a Buffer',
      severity: 'error',
      from: {
        path: '^packages/extract/src/',
        pathNot: ['^packages/extract/src/cli/', '^packages/extract/src/readers/doc(\\.ts$|/)'],
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'schema-is-pure',
      severity: 'error',
      from: { path: '^packages/schema/src/' },
      to: { dependencyTypes: ['core'] },
    },
    ...roomRules,
    {
      name: 'site-has-no-loose-file',
      comment: 'every file of the site stands in a room',
      severity: 'error',
      from: {},
      to: { path: '^apps/site/src/[^/]+$' },
    },
    {
      name: 'site-reads-disk-in-one-place',
      severity: 'error',
      from: { path: '^apps/site/src/', pathNot: '^apps/site/src/data/' },
      to: { dependencyTypes: ['core'], path: '^(node:)?fs' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // What is built and what is data; libraries and sources have folders of such names, too, and those are looked at.
    exclude: { path: '^(data|(packages|apps)/[^/]+/(dist|\\.astro|\\.turbo))/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.json', '.astro', '.d.ts'],
    },
  },
}
