/** Builds the site: `npm run build --workspace @gongkai/site -- --outDir DIR --run-size 2000`; `dist` without a folder. */
import { keepCompiled } from '@gongkai/disk'

keepCompiled()
await import('./integrations/build-command.ts')
