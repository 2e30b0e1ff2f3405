/** The parts of a JSON Schema that decide a column type. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, unknown>>
  readonly items?: unknown
  readonly anyOf?: readonly unknown[]
}

const scalars: Readonly<Record<string, string>> = {
  string: 'VARCHAR',
  integer: 'BIGINT',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
}

/**
 * The DuckDB type of a JSON Schema, so that a column without a single value still has its type.
 *
 * @throws {RangeError} if the schema uses something that has no column type (our bug, not the input's)
 */
export function toColumnType(schema: unknown): string {
  const { type, properties, items, anyOf } = schema as JsonSchema
  if (anyOf) return toColumnType(onlyOne(anyOf.filter((branch) => (branch as JsonSchema).type !== 'null')))
  const name = typeof type === 'object' ? onlyOne(type.filter((item) => item !== 'null')) : type
  if (name === 'array') return `${toColumnType(items)}[]`
  if (name === 'object' && properties) {
    return `STRUCT(${toColumns(schema)
      .map(([key, columnType]) => `"${key}" ${columnType}`)
      .join(', ')})`
  }
  const scalar = scalars[name ?? '']
  if (scalar === undefined) throw new RangeError(`Cannot type a column: "${JSON.stringify(schema)}" has no DuckDB type`)
  return scalar
}

/** Columns of an object schema: name and DuckDB type, in declared order. */
export function toColumns(schema: unknown): readonly (readonly [name: string, type: string])[] {
  const { properties = {} } = schema as JsonSchema
  return Object.entries(properties).map(([name, property]) => [name, toColumnType(property)] as const)
}

function onlyOne<T>(branches: readonly T[]): T {
  const [first, ...others] = branches
  if (first === undefined || others.length > 0) {
    throw new RangeError(`Cannot type a column: "${JSON.stringify(branches)}" must be one type, or one type and null`)
  }
  return first
}
