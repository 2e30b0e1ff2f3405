/** The part of `package-lock.json` that is needed here; version 3, paths below the repository as keys. */
interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly dependencies?: Readonly<Record<string, string>>
  /** Where a link of a workspace leads. */
  readonly resolved?: string
  readonly link?: boolean
}

/**
 * The libraries that workspaces run with, directly or through others, each as `path version integrity`. Libraries of
 * other workspaces, and those that only develop these, are left out.
 *
 * @param text `package-lock.json`
 * @param workspaces folders, as `packages/extract`
 * @throws {Error} if the lock lacks a library that it says is needed
 */
export function listLibraries(text: string, workspaces: readonly string[]): readonly string[] {
  const { packages }: Lock = JSON.parse(text)
  const reached = new Set(workspaces)
  // A set hands out what is added while it is walked.
  for (const path of reached) {
    for (const name of Object.keys(packages[path]?.dependencies ?? {}))
      reached.add(resolveLibrary(packages, path, name))
  }
  const libraries = [...reached].filter((path) => path.includes('node_modules/')).sort()
  return libraries.map((path) => `${path} ${packages[path]?.version} ${packages[path]?.integrity}`)
}

/** A library lies beside the one that needs it, or in a folder above; a workspace is named by a link. */
function resolveLibrary(packages: Lock['packages'], from: string, name: string): string {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder ? `${folder}/` : ''}node_modules/${name}`
    const found = packages[path]
    if (found) return found.link && found.resolved ? found.resolved : path
    if (folder === '') throw new Error(`Cannot find "${name}" in package-lock.json: "${from}" needs it`)
  }
}
