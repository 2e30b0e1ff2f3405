import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

/** Folders whose imports are checked; each must hold modules, or the check would pass by looking at nothing. */
const rooms = ['packages/schema/src', 'packages/extract/src', 'packages/analyze/src', 'apps/site/src']

const root = join(import.meta.dirname, '..')
process.chdir(root)
const folders = ['packages', 'apps', 'tools', 'test'].filter((folder) => existsSync(folder))
const options = await extractOptions('./.dependency-cruiser.mjs')
const { output } = await cruise(folders, options, {}, { tsConfig: extractTsConfig('tsconfig.json') })
const { modules, summary } = output as ICruiseResult

const own = modules.filter((module) => !module.source.includes('node_modules'))
const empty = rooms.filter((room) => !own.some((module) => module.source.startsWith(`${room}/`)))
const resolved = own.flatMap((module) => module.dependencies.map((dependency) => dependency.resolved))
/** Rules about a library that nothing was seen to use: they would pass by looking at nothing. */
const idle = (options.ruleSet?.forbidden ?? []).filter(
  (rule) =>
    rule.name?.endsWith('-in-its-place') &&
    !('to' in rule && resolved.some((path) => new RegExp(String(rule.to.path)).test(path))),
)
const violations = summary.violations.map(({ rule, from, to }) => `${rule.severity} ${rule.name}: ${from} → ${to}`)
const faults = [
  ...violations,
  ...empty.map((room) => `error no-module: nothing was cruised in ${room}`),
  ...idle.map(({ name }) => `error no-library: ${name} speaks of a library that nothing was seen to use`),
]

for (const fault of faults) console.error(fault)
console.log(
  `${own.length} modules, ${summary.totalDependenciesCruised ?? 0} dependencies cruised, ${faults.length} faults`,
)
if (faults.length > 0 || own.length === 0) process.exitCode = 1
