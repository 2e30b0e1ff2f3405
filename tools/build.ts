/** `npm run build`: all steps by turbo, and what came of them. */
import { keepCompiled } from '@gongkai/disk'

keepCompiled()
await import('./build/build-command.ts')
