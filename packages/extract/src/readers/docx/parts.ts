import type { CheerioAPI } from 'cheerio/slim'
import { Unreadable } from '../../limits.ts'
import type { Archive } from './archive.ts'
import { parsePart } from './parse-part.ts'

/** The parts of a document that are read. */
export interface DocumentParts {
  readonly main: CheerioAPI
  /** Parsed when it is asked for, as `styles`. */
  readonly numbering: () => CheerioAPI | undefined
  readonly styles: () => CheerioAPI | undefined
}

/**
 * Finds the parts as Word does, by their relationships and never by their names. Headers, footers, notes and comments
 * lie in parts of their own and are not read.
 *
 * @throws {Unreadable} `unknown_type` where the archive holds no Word document, `damaged` where it names two
 */
export function findParts(archive: Archive): DocumentParts {
  const named = readTargets(archive, '')?.get('officedocument') ?? ['word/document.xml']
  const [path = '', ...others] = named
  if (others.length > 0) throw new Unreadable('damaged', `it names two main parts, "${path}" and "${others[0]}"`)
  const main = readPart(archive, path)
  if (main === undefined || main('w\\:document').length === 0) {
    throw new Unreadable('unknown_type', 'an archive that holds no Word document')
  }
  const targets = readTargets(archive, path)
  const readTarget = (type: string) => () => {
    const [target] = targets ? (targets.get(type) ?? []) : [toPath(folderOf(path), `${type}.xml`)]
    return target === undefined ? undefined : readPart(archive, target)
  }
  return { main, numbering: readTarget('numbering'), styles: readTarget('styles') }
}

function readPart(archive: Archive, path: string): CheerioAPI | undefined {
  const bytes = archive.read(path)
  return bytes && parsePart(path, decodePart(bytes))
}

/** XML without a declaration is UTF-8 or, by its byte order mark, UTF-16. */
function decodePart(data: Uint8Array): string {
  const mark = ((data[0] ?? 0) << 8) | (data[1] ?? 0)
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(data)
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

/**
 * What a part refers to inside the archive, by the last word of the type of relationship; undefined where it has no list
 * of relationships, as small programs write documents: the usual names then hold.
 *
 * @param source path of the part; empty for the archive itself
 * @example `word/document.xml` → `numbering` → [`word/numbering.xml`]
 */
function readTargets(archive: Archive, source: string): ReadonlyMap<string, readonly string[]> | undefined {
  const folder = folderOf(source)
  const $ = readPart(archive, `${folder}_rels/${source.slice(folder.length)}.rels`)
  if (!$) return undefined
  const targets = new Map<string, Set<string>>()
  for (const { attribs } of $('Relationship').toArray()) {
    if (attribs['TargetMode'] === 'External') continue
    const type = (attribs['Type'] ?? '').replace(/^.*\//, '').toLowerCase()
    targets.set(type, (targets.get(type) ?? new Set()).add(toPath(folder, attribs['Target'] ?? '')))
  }
  return new Map([...targets].map(([type, paths]) => [type, [...paths]]))
}

/** A target is relative to the folder of its source; a slash in front, the root of the archive. */
const toPath = (folder: string, target: string): string =>
  decodeURI(new URL(target.replaceAll('\\', '/'), `zip://archive/${folder}`).pathname).slice(1)
