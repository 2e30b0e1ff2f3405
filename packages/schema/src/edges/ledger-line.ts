import type { z } from 'zod'
import { type LedgerEntry, ledgerEntrySchema } from '../report.ts'
import { quote } from './quote.ts'

/** Names of fields and places in lists, from the outside in. */
type Path = readonly PropertyKey[]

/** The parts of a JSON Schema that say what a value must be. */
interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly minimum?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

const whole = ledgerEntrySchema.toJSONSchema() as JsonSchema

/**
 * Reads one line of the ledger. JSON knows null and no undefined: a field that may be null must still be there, and a
 * field that is not declared is left out.
 *
 * @throws {RangeError} if it is no ledger entry; the message names the first field that is wrong, what is required there and
 *   what was found, e.g. `reports[0].identity.year must be an integer or null, found nothing`
 */
export function readLedgerLine(line: string): LedgerEntry {
  const value = parse(line)
  const { success, data, error } = ledgerEntrySchema.safeParse(value)
  if (success) return data
  throw new RangeError(explain(value, error.issues[0]))
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw new RangeError(`it must be one JSON object, found ${quote(line)}`)
  }
}

function explain(value: unknown, issue: z.core.$ZodIssue | undefined): string {
  const path = issue?.path ?? []
  const found = path.reduce<unknown>((inner, key) => (inner as Readonly<Record<PropertyKey, unknown>>)[key], value)
  return `${showPath(path)} must be ${describe(schemaAt(path))}, found ${quote(found)}`
}

const showPath = (path: Path): string =>
  path.length === 0
    ? 'it'
    : path
        .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
        .join('')
        .slice(1)

/** The schema of a field; where a field may be null, the one of what it is otherwise. */
function schemaAt(path: Path): JsonSchema {
  let schema: JsonSchema = whole
  for (const key of path) {
    const { properties, items } = [schema, ...(schema.anyOf ?? [])].find((one) => one.properties ?? one.items) ?? {}
    schema = (typeof key === 'number' ? items : properties?.[String(key)]) ?? {}
  }
  return schema
}

const words: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  integer: 'an integer',
  number: 'a number',
  string: 'text',
  boolean: 'true or false',
}

/** What a JSON Schema requires, in words. */
function describe({ type = [], enum: codes, pattern, minimum, anyOf }: JsonSchema): string {
  if (anyOf) return anyOf.map(describe).join(' or ')
  if (codes) return `one of ${codes.join(', ')}`
  if (pattern !== undefined) return `text of the pattern ${pattern}`
  const said = [type].flat().map((name) => words[name] ?? name)
  // The least safe integer is the bound of every integer, and no news.
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER) return `${said.join(' or ')}, at least ${minimum}`
  return said.join(' or ')
}
