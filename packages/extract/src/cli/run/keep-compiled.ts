/**
 * Half of what a process takes to start is to take the types out of its programs: what came of it is kept. A folder that
 * cannot be written costs that time and nothing else. Whoever imports this imports no program beside it, for all that is
 * named at the head of a file is loaded before any of it runs.
 */
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../../../../node_modules/.cache/gongkai', import.meta.url)))
