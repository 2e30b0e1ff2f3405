import { countLists, type List, type ListLevel, type NextNumeral } from '../numbering.ts'
import type { Bytes } from './bytes.ts'
import type { DocFile } from './open.ts'

const tableOfDefinitions = 73
const tableOfLists = 74

/**
 * Numerals of the lists of a document. The number of a list is its place in the table, from 1.
 *
 * @see [MS-DOC] 2.4.6.3, determining the list of a paragraph
 */
export function readNumerals(file: DocFile): NextNumeral {
  const lists = readLists(file, readDefinitions(file))
  return countLists((listId) => lists[Number(listId) - 1])
}

type Levels = ReadonlyMap<number, ListLevel>

const definitionSize = 28
const mostLevels = 9

/** Definitions by their id; their levels lie one after the other behind the table. */
function readDefinitions({ table, part }: DocFile): ReadonlyMap<number, Levels> {
  const { at: start, length } = part(tableOfDefinitions)
  const definitions = new Map<number, Levels>()
  if (length < 2) return definitions
  const count = table.short(start)
  let at = start + 2 + definitionSize * count
  for (let i = 0; i < count; i++) {
    const head = start + 2 + definitionSize * i
    const isSimple = (table.byte(head + 26) & 1) === 1
    const levels = new Map<number, ListLevel>()
    for (let level = 0; level < (isSimple ? 1 : mostLevels); level++) {
      const read = readLevel(table, at)
      levels.set(level, read.level)
      at = read.end
    }
    definitions.set(table.long(head), levels)
  }
  return definitions
}

const levelHead = 28

/** A level: its head, two lists of properties, and the text in which signs below 9 stand for numbers. */
function readLevel(table: Bytes, at: number): { readonly level: ListLevel; readonly end: number } {
  const textAt = at + levelHead + table.byte(at + 24) + table.byte(at + 25)
  const length = table.short(textAt)
  const end = textAt + 2 + 2 * length
  const signs = [...table.wide(textAt + 2, end)]
  const text = signs.map((sign) => (sign < '\u0009' ? `%${sign.charCodeAt(0) + 1}` : sign)).join('')
  const format = formats[table.byte(at + 4)] ?? 'decimal'
  return { level: { start: Math.min(table.long(at), 0x7fff), format, text }, end }
}

/** How numbers are written, by the numbers that Word has for it; all others are digits. */
const formats: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  23: 'bullet',
  28: 'decimalEnclosedCircleChinese',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
}

const listSize = 16
const restarts = 0x10
const formatsAnew = 0x20

/** Lists: the definition each counts with, and behind the table what each changes of it. */
function readLists({ table, part }: DocFile, definitions: ReadonlyMap<number, Levels>): readonly List[] {
  const { at: start, length } = part(tableOfLists)
  if (length < 4) return []
  const count = Math.min(table.long(start), Math.floor((length - 4) / listSize))
  const lists: List[] = []
  let at = start + 4 + listSize * count
  for (let i = 0; i < count; i++) {
    const head = start + 4 + listSize * i
    const definition = table.long(head)
    const levels = new Map(definitions.get(definition))
    const starts = new Map<number, number>()
    at += 4
    for (let changes = table.byte(head + 12); changes > 0; changes--) {
      const flags = table.long(at + 4)
      if ((flags & restarts) !== 0) starts.set(flags & 0xf, Math.min(table.long(at), 0x7fff))
      at += 8
      if ((flags & formatsAnew) === 0) continue
      const read = readLevel(table, at)
      levels.set(flags & 0xf, read.level)
      at = read.end
    }
    lists.push({ definitionId: String(definition), levels, starts })
  }
  return lists
}
