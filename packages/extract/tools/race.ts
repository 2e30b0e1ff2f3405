/** `npm run race -- --times 500`: reads pages with bounds so small that they strike at any moment; fails on any end the ledger does not know. */
import { parseArgs } from 'node:util'
import { raceOnce } from '../test/hostile/race.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '500' } } })
let faults = 0
for (let seed = 0; seed < Number(values.times); seed++) {
  for (const fault of await raceOnce(seed)) {
    faults++
    console.error(`${seed}: ${fault}`)
  }
}
console.log(`${values.times} races: ${faults} faults`)
if (faults > 0) process.exitCode = 1
