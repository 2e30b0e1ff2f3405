/** `npm run analyze -- --reports DIR --out DIR`: the dataset of a ledger. */
import { keepCompiled } from '@gongkai/disk'

keepCompiled()
await import('./analyze-command.ts')
