/**
 * `npm run fuzz -- --cases 20000 --seed 1`: spoils generated documents and reads them; fails on a crash or a document that
 * takes too long. `--format pdf` or `--format doc` spoils the bytes of those; the memory that is left at the end is printed.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readToolFlags } from '../../../tools/command/flags.ts'
import { resolveUser } from '../src/cli/corpus/files.ts'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { limits } from '../src/limits.ts'
import { type BinaryFormat, fuzzBinary, fuzzOnce } from '../test/hostile/fuzz.ts'

const {
  cases,
  seed: first,
  format,
  keep,
} = readToolFlags('npm run fuzz --', { cases: 20_000, seed: 1, format: '', keep: '' })

const isBinary = (format: string): format is BinaryFormat => format === 'pdf' || format === 'doc'
if (format !== '' && !isBinary(format)) {
  console.error(`Cannot spoil "${format}": --format is pdf or doc`)
  process.exit(2)
}

const lookups = loadLookups()
const now = () => performance.now()
const startedAt = now()
let faults = 0
let slowest = { milliseconds: 0, name: '' }
for (let i = 0; i < cases; i++) {
  const seed = first * 1_000_003 + i
  const { bytes, layout, milliseconds, fault } = await (format
    ? fuzzBinary(format, seed, lookups, now)
    : fuzzOnce(seed, lookups, now))
  const name = `${layout.replace('/', '-')}-${seed}`
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, name }
  const said = fault ?? (milliseconds > limits.milliseconds ? `took ${Math.round(milliseconds)} ms` : undefined)
  if (said) {
    faults++
    console.error(`${name}: ${said}`)
    if (keep !== '') {
      mkdirSync(resolveUser(keep), { recursive: true })
      writeFileSync(join(resolveUser(keep), name), bytes)
    }
  }
}
const seconds = Math.round((now() - startedAt) / 1000)
console.log(
  `${cases} spoilt documents in ${seconds} s: ${faults} faults; slowest ${Math.round(slowest.milliseconds)} ms, ${slowest.name}; peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
)
if (faults > 0) process.exitCode = 1
