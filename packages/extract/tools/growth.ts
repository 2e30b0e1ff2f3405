/** `npm run growth -- [--places line,cell]`: how the time of reading grows with the bytes, unit by unit, and the worst of them. */
import { readToolFlags } from '../../../tools/command/flags.ts'
import { loadLookups } from '../src/cli/run/load-lookups.ts'
import { extractDocument } from '../src/index.ts'
import { structures } from '../test/hostile/growing-structures.ts'
import { places, toGrowing, units } from '../test/hostile/growing-units.ts'
import { type Growth, measureGrowth } from '../test/hostile/growth.ts'

const flags = readToolFlags('npm run growth --', { places: Object.keys(places).join(',') })
const isPlace = (name: string): name is keyof typeof places => name in places
const named = flags.places.split(',').filter(isPlace)

const lookups = loadLookups()
const read = (bytes: Uint8Array) =>
  extractDocument({ path: 'x', bytes, sha256: '0'.repeat(64), url: null, retrievedAt: null }, lookups)

const found: Growth[] = []
for (const document of [...structures, ...toGrowing(units, named)]) {
  const growth = await measureGrowth(document, read)
  found.push(growth)
  const { name, ratio, bytes, milliseconds } = growth
  console.log(`${ratio.toFixed(2)} per doubling, ${Math.round(milliseconds)} ms for ${bytes} bytes: ${name}`)
}
const worst = found.toSorted((a, b) => b.ratio - a.ratio).slice(0, 5)
console.log(`\n${found.length} documents; the worst:`)
for (const { name, ratio } of worst) console.log(`${ratio.toFixed(2)} ${name}`)
