import { parseArgs } from 'node:util'

/** What a flag takes: a whole number above 0, a text, or nothing. */
type Value = number | string | boolean
type Widened<T extends Value> = T extends number ? number : T extends string ? string : boolean

/** How a tool is called, as its defaults have it. */
function toUsage(command: string, defaults: Readonly<Record<string, Value>>): string {
  const flags = Object.entries(defaults).map(([name, value]) =>
    typeof value === 'boolean' ? `[--${name}]` : `[--${name} ${value === '' ? 'TEXT' : value}]`,
  )
  return `Usage: ${[command, ...flags].join(' ')}`
}

/** @throws {RangeError} where a number is wanted and the text is none: a proof of nothing would find no fault */
function toValue(name: string, text: string, wanted: Value): Value {
  if (typeof wanted !== 'number') return text
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new RangeError(`--${name} "${text}" must be a whole number above 0`)
  return Number(text)
}

/**
 * Flags of a tool; the default of each says what it takes. Other flags, `--help` among them, end the tool with how it is
 * called.
 *
 * @param command as it is typed, up to the flags
 * @example readToolFlags('npm run race --', { times: 500 }) // { times: 20 } where `--times 20` was given
 */
export function readToolFlags<const T extends Readonly<Record<string, Value>>>(
  command: string,
  defaults: T,
): { readonly [K in keyof T]: Widened<T[K]> } {
  const options = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [
      name,
      { type: typeof value === 'boolean' ? 'boolean' : 'string' } as const,
    ]),
  )
  try {
    const given = Object.entries(parseArgs({ options }).values).map(([name, value]) => [
      name,
      typeof value === 'string' ? toValue(name, value, defaults[name] ?? '') : value,
    ])
    return { ...defaults, ...Object.fromEntries(given) }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${toUsage(command, defaults)}`)
    process.exit(2)
  }
}
