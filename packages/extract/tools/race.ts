/** `npm run race -- --times 500`: reads pages with bounds so small that they strike at any moment; fails on any end the ledger does not know. */
import { readToolFlags } from '../../../tools/command/flags.ts'
import { raceOnce } from '../test/hostile/race.ts'

const { times } = readToolFlags('npm run race --', { times: 500 })
let faults = 0
for (let seed = 0; seed < times; seed++) {
  for (const fault of await raceOnce(seed)) {
    faults++
    console.error(`${seed}: ${fault}`)
  }
}
console.log(`${times} races: ${faults} faults`)
if (faults > 0) process.exitCode = 1
