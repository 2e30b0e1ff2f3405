/**
 * What the Data Package standard, version 2.0, requires of the properties that this dataset uses, as JSON Schema.
 *
 * Written from the specification (datapackage.org/standard), property by property; it is not the published profile, and
 * it is closed: a property that is not here fails until somebody has read what the standard says of it.
 */
const text = { type: 'string', minLength: 1 } as const

/** Types of Table Schema 2.0. */
const fieldTypes = [
  ...['string', 'number', 'integer', 'boolean', 'object', 'array', 'list'],
  ...['datetime', 'date', 'time', 'year', 'yearmonth', 'duration', 'geopoint', 'geojson', 'any'],
]

const field = {
  type: 'object',
  required: ['name', 'type'],
  additionalProperties: false,
  properties: {
    name: text,
    type: { enum: fieldTypes },
    title: text,
    description: text,
    // Custom properties are allowed by the standard.
    unit: text,
    source: text,
    constraints: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: {
        required: { type: 'boolean' },
        unique: { type: 'boolean' },
        enum: { type: 'array', minItems: 1, uniqueItems: true, items: text },
      },
    },
    delimiter: { type: 'string', minLength: 1, maxLength: 1 },
    itemType: { enum: ['string', 'integer', 'boolean', 'number', 'datetime', 'date', 'time'] },
  },
  // delimiter and itemType belong to lists alone.
  anyOf: [
    { properties: { type: { const: 'list' } } },
    { not: { anyOf: [{ required: ['delimiter'] }, { required: ['itemType'] }] } },
  ],
} as const

const names = { type: 'array', minItems: 1, uniqueItems: true, items: text } as const

const foreignKey = {
  type: 'object',
  required: ['fields', 'reference'],
  additionalProperties: false,
  properties: {
    fields: names,
    reference: {
      type: 'object',
      required: ['fields'],
      additionalProperties: false,
      // Without a resource the reference is to the table itself.
      properties: { resource: text, fields: names },
    },
  },
} as const

/** `fieldsMatch` is not here: the text of version 2.0 wants a string, its profile a list, and no value pleases both. */
const tableSchema = {
  type: 'object',
  required: ['fields'],
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
    fields: { type: 'array', minItems: 1, items: field },
    primaryKey: names,
    foreignKeys: { type: 'array', minItems: 1, items: foreignKey },
    missingValues: { type: 'array', uniqueItems: true, items: { type: 'string' } },
  },
} as const

const dialect = {
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/tabledialect.json' },
    header: { type: 'boolean' },
    delimiter: { type: 'string', minLength: 1, maxLength: 1 },
    quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
    doubleQuote: { type: 'boolean' },
    lineTerminator: { enum: ['\n', '\r\n'] },
  },
} as const

const license = {
  type: 'object',
  anyOf: [{ required: ['name'] }, { required: ['path'] }],
  additionalProperties: false,
  properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path: text, title: text },
} as const

const contributor = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  properties: { title: text, roles: names },
} as const

const source = { type: 'object', minProperties: 1, additionalProperties: false, properties: { title: text } } as const

/** A relative POSIX path: no leading slash, dot or tilde, no way up, no backslash. */
const path = { type: 'string', pattern: '^(?![./~])(?!.*(?:^|/)\\.\\.(?:/|$))[^\\\\:]+$' } as const

/** The standard wants a name and either a path or the data; all of these are files, and all are tables. */
const resource = {
  type: 'object',
  required: ['name', 'type', 'path', 'title', 'format', 'mediatype', 'bytes', 'schema'],
  additionalProperties: false,
  properties: {
    name: { type: 'string', pattern: '^[-a-z0-9._]+$' },
    type: { const: 'table' },
    path: true,
    title: text,
    description: text,
    format: text,
    mediatype: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+$' },
    encoding: { const: 'utf-8' },
    // Of the recipe for compressed files.
    compression: { const: 'gz' },
    bytes: { type: 'integer', minimum: 1 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    dialect,
    schema: tableSchema,
  },
  // One file, which has a hash, or files whose rows are together the table.
  anyOf: [
    { required: ['hash'], properties: { path } },
    {
      not: { required: ['hash'] },
      properties: { path: { type: 'array', minItems: 1, uniqueItems: true, items: path } },
    },
  ],
} as const

export const dataPackageSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['$schema', 'resources'],
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[-a-z0-9._/]+$' },
    title: text,
    description: text,
    keywords: { type: 'array', minItems: 1, items: text },
    licenses: { type: 'array', minItems: 1, items: license },
    contributors: { type: 'array', minItems: 1, items: contributor },
    sources: { type: 'array', minItems: 1, items: source },
    resources: { type: 'array', minItems: 1, items: resource },
  },
} as const
