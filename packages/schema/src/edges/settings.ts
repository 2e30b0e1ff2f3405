import { z } from 'zod'
import { namesUser, toWebAddress, withoutPassword } from './addresses.ts'
import { sourceAddress } from './manifest.ts'
import { quote } from './quote.ts'
import { day, oneOf, shaped } from './values.ts'

// Each message goes on after the setting or flag and its value: `BASE_PATH "a b" must be …`.

const path = z.string().refine((text) => text !== '' && !text.includes('\0'), 'must be the path of a folder or file')
const isMail = (text: string): boolean => /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)

const isSite = (text: string): boolean => {
  const address = toWebAddress(text)
  return address !== undefined && !namesUser(address) && address.href === `${address.origin}/`
}
const isContact = (text: string): boolean => {
  const address = toWebAddress(text)
  return address ? !namesUser(address) : /^mailto:[^\s@/:]+@/i.test(text)
}

/** A path below a host; a folder of the machine, which some shells make of it, is none. */
const basePath = shaped(
  /^\/?(?:(?!\.{1,2}(?:\/|$))[^\s/\\?#:"'<>]+(?:\/|$))*$/,
  'must be a path below the host, such as /gongkai',
)

const size = shaped(/^[1-9]\d{0,5}(?:MiB|GiB)$/, 'must be a size such as 512MiB or 6GiB')

/** What each setting of the environment must be. */
const environment = {
  GONGKAI_CORPUS: path,
  GONGKAI_DATASET: path,
  SITE_URL: z
    .string()
    .refine(isSite, 'must be a web address without a path, such as https://example.org; BASE_PATH holds the path'),
  BASE_PATH: basePath,
  SITE_CONTACT: z
    .string()
    .transform((text) => (isMail(text) ? `mailto:${text}` : text))
    .refine(isContact, 'must be a mail address or a web address'),
  SITE_LAYOUT: oneOf(['plain', 'packs', 'served']),
  SITE_MEMORY: size,
  SITE_RUN: path,
  ANALYZE_THREADS: shaped(/^[1-9]\d{0,2}$/, 'must be a whole number from 1 to 999'),
  ANALYZE_MEMORY: size,
  ANALYZE_SPILL: path,
  ANALYZE_SPILL_LIMIT: size,
  BUILD_COMMIT: shaped(/^[0-9a-f]{7,64}$/, 'must be a commit, 7 to 64 digits of 0-9 and a-f'),
} as const satisfies Readonly<Record<string, z.ZodType<string>>>

/** A setting of the environment. */
export type SettingName = keyof typeof environment

/** Every setting of the environment. */
export const settingNames = Object.keys(environment) as readonly SettingName[]

/**
 * Reads a setting of the environment; a mail address becomes a `mailto:` address.
 *
 * @param variables of the process
 * @returns undefined where it is not set, or empty
 * @throws {RangeError} naming the setting, its value and what is required
 */
export function readSetting(
  variables: Readonly<Record<string, string | undefined>>,
  name: SettingName,
): string | undefined {
  const value = variables[name]
  return value ? read(name, environment[name], value) : undefined
}

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most,
      `must be a whole number from ${least} to ${most}`,
    )
    .transform(Number)

/** A part of a corpus, as `2/7`: the second of seven. */
const shard = z
  .string()
  .transform((text) => /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text)?.slice(1).map(Number) ?? [])
  .refine(([number = 1, of = 0]) => number <= of, 'must be a shard of several, such as 2/7: the second of seven')
  .transform(([number = 1, of = 1]) => ({ number, of }))

/** What the flags of each command must be; those that may be left out are optional. */
const commands = {
  extract: z.object({
    corpus: path.optional(),
    out: path.optional(),
    threads: wholeNumber(1, 64).optional(),
    retry: z.boolean().optional(),
    shard: shard.optional(),
  }),
  inspect: z.object({ lang: oneOf(['zh', 'en']), json: z.boolean(), url: sourceAddress.optional() }),
  add: z.object({
    url: sourceAddress,
    retrieved: day,
    name: z.string().min(1, 'must be the name of a file').optional(),
    corpus: path.optional(),
  }),
  analyze: z.object({
    reports: z.array(path).optional(),
    out: path.optional(),
    divisions: path.optional(),
    agencies: path.optional(),
    releases: path.optional(),
  }),
  release: z.object({
    date: day,
    previous: path.optional(),
    dataset: path.optional(),
    releases: path.optional(),
    changelog: path.optional(),
  }),
  verify: z.object({
    folder: path,
    digest: shaped(/^[0-9a-f]{12,64}$/, 'must be a digest or its beginning, 12 to 64 digits of 0-9 and a-f').optional(),
    key: path.optional(),
  }),
  sign: z.object({ folder: path, key: path }),
  demo: z.object({ reports: wholeNumber(1, 20_000), port: wholeNumber(0, 65_535) }),
  serve: z.object({
    folder: path.optional(),
    base: basePath.optional(),
    host: shaped(/^[\w.:-]{1,253}$/, 'must be an address of this machine, such as 127.0.0.1'),
    port: wholeNumber(0, 65_535),
  }),
} as const

/** A command that takes flags. */
export type CommandName = keyof typeof commands

/** What the flags of a command come to. */
export type Flags<Command extends CommandName> = z.output<(typeof commands)[Command]>

/**
 * Reads the flags of a command.
 *
 * @param values as `parseArgs` has them
 * @throws {RangeError} naming the first flag that is wrong, its value and what is required
 */
export function readFlags<Command extends CommandName>(
  command: Command,
  values: Readonly<Record<string, unknown>>,
): Flags<Command> {
  const { success, data, error } = commands[command].safeParse(values)
  if (success) return data as Flags<Command>
  const [issue] = error.issues
  const flag = String(issue?.path[0])
  throw refuse(`--${flag}`, values[flag], issue?.message)
}

function read(name: string, schema: z.ZodType<string>, value: string): string {
  const { success, data, error } = schema.safeParse(value)
  if (success) return data
  throw refuse(name, value, error.issues[0]?.message)
}

function refuse(name: string, value: unknown, message = 'is refused'): RangeError {
  if (value === undefined) return new RangeError(`${name} is missing: it ${message}`)
  const shown = typeof value === 'string' && !isMail(value) ? withoutPassword(value) : value
  return new RangeError(`${name} ${quote(shown)} ${message}`)
}
