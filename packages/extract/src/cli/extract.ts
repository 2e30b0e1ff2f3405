/** `npm run extract -- --corpus DIR --out DIR`: one NDJSON line per input file. */
import './run/keep-compiled.ts'

await import('./run/extract-command.ts')
