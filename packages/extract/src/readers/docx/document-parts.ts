import type { CheerioAPI } from 'cheerio/slim'
import { Unreadable } from '../../limits.ts'
import { toUnread } from '../media-type.ts'
import type { Archive } from './archive.ts'
import { once } from './once.ts'
import { parsePart } from './parse-part.ts'

/** One part of a document in XML, parsed when it is asked for. */
export interface Part {
  readonly xml: string
  readonly parse: () => CheerioAPI
}

/** The parts of a document that are read. */
export interface DocumentParts {
  readonly main: CheerioAPI
  readonly numbering: () => Part | undefined
  readonly styles: () => Part | undefined
  /** The part that a relationship of the main part leads to: its path and its bytes. */
  readonly embedded: (id: string) => Embedded | undefined
}

/** A part of another format inside the document. */
export interface Embedded {
  readonly path: string
  readonly bytes: Uint8Array
}

/** What programs that write pages into a document call the part, where they name no relationships. */
const usualChunk = 'afchunk.mht'

/** Documents of other programs in an archive: a part that each of them has, and what they are. */
const otherPrograms: readonly (readonly [string, string])[] = [
  ['xl/workbook.xml', 'a spreadsheet (XLSX, ET)'],
  ['xl/workbook.bin', 'a spreadsheet (XLSB)'],
  ['ppt/presentation.xml', 'slides (PPTX)'],
  ['OFD.xml', 'OFD'],
  ['mimetype', 'OpenDocument (ODT, ODS)'],
  ['META-INF/manifest.xml', 'OpenDocument (ODT, ODS)'],
]

/**
 * Finds the parts as Word does, by their relationships and never by their names. Headers, footers, notes and comments
 * lie in parts of their own and are not read.
 *
 * @throws {Unreadable} `unknown_type` where the archive holds no document, `format_not_read` where it holds one of another
 * program, `damaged` where it names two
 */
export function findParts(archive: Archive): DocumentParts {
  const named = readTargets(archive, '')?.get('officedocument') ?? ['word/document.xml']
  const [path = '', ...others] = named
  if (others.length > 0) throw new Unreadable('damaged', `it names two main parts, "${path}" and "${others[0]}"`)
  const other = otherPrograms.find(([name]) => archive.has(name))
  if (other !== undefined && !archive.has('word/document.xml')) throw toUnread(other[1])
  const main = readPart(archive, path)?.parse()
  if (main === undefined || main.root().children('w\\:document').length === 0) {
    throw new Unreadable('unknown_type', 'an archive that holds no Word document')
  }
  const targets = once(() => readTargets(archive, path))
  const readTarget = (type: string) =>
    once(() => {
      const [target] = targets() ? (targets()?.get(type) ?? []) : [toPath(folderOf(path), `${type}.xml`)]
      return target === undefined ? undefined : readPart(archive, target)
    })
  return {
    main,
    numbering: readTarget('numbering'),
    styles: readTarget('styles'),
    embedded: (id) => {
      const listed = readRelationships(archive, path)
      const target = listed ? listed.find((one) => one.id === id)?.path : toPath(folderOf(path), usualChunk)
      const bytes = target === undefined ? undefined : archive.read(target)
      return target === undefined || bytes === undefined ? undefined : { path: target, bytes }
    },
  }
}

function readPart(archive: Archive, path: string): Part | undefined {
  const bytes = archive.read(path)
  if (!bytes) return undefined
  const xml = decodePart(bytes)
  return { xml, parse: once(() => parsePart(path, xml)) }
}

/** XML without a declaration is UTF-8 or, by its byte order mark, UTF-16. */
function decodePart(data: Uint8Array): string {
  const mark = ((data[0] ?? 0) << 8) | (data[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(data)
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/** What a part refers to inside the archive. */
interface Relationship {
  readonly id: string
  /** The last word of its type. */
  readonly type: string
  readonly path: string
}

/**
 * What a part refers to inside the archive; undefined where it has no list of relationships, as small programs write
 * documents: the usual names then hold.
 *
 * @param source path of the part; empty for the archive itself
 */
function readRelationships(archive: Archive, source: string): readonly Relationship[] | undefined {
  const folder = folderOf(source)
  const part = readPart(archive, `${folder}_rels/${source.slice(folder.length)}.rels`)
  const listed = part?.parse()('Relationship').toArray()
  return listed
    ?.filter(({ attribs }) => attribs['TargetMode'] !== 'External')
    .map(({ attribs }) => ({
      id: attribs['Id'] ?? '',
      type: (attribs['Type'] ?? '').replace(/^.*\//, '').toLowerCase(),
      path: toPath(folder, attribs['Target'] ?? ''),
    }))
}

/**
 * The paths that a part refers to, by type.
 *
 * @example `word/document.xml` → `numbering` → [`word/numbering.xml`]
 */
function readTargets(archive: Archive, source: string): ReadonlyMap<string, readonly string[]> | undefined {
  const listed = readRelationships(archive, source)
  if (!listed) return undefined
  const byType = Map.groupBy(listed, ({ type }) => type)
  return new Map([...byType].map(([type, all]) => [type, [...new Set(all.map(({ path }) => path))]]))
}

/** A target is relative to the folder of its source; a slash in front, the root of the archive. */
const toPath = (folder: string, target: string): string =>
  decodeURI(new URL(target.replaceAll('\\', '/'), `zip://archive/${folder}`).pathname).slice(1)
