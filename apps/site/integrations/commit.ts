import { execFileSync } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { join } from 'node:path'

const git = (folder: string, args: readonly string[]) =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()

/**
 * The commit that is checked out, in full.
 *
 * @param app folder of the site; its repository must be the one two folders above, not one it happens to lie in
 * @returns undefined without git, outside a repository or inside somebody else's
 */
export function readCommit(app: string): string | undefined {
  try {
    const root = realpathSync(git(app, ['rev-parse', '--show-toplevel']))
    return root === realpathSync(join(app, '../..')) ? git(app, ['rev-parse', 'HEAD']) : undefined
  } catch {
    // Not being in a repository is no fault: the page then says that the commit is unknown.
    return undefined
  }
}
