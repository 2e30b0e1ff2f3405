/** What the steps of the build share of the disk: one way to replace a folder, and to tell whose process is gone. */

export { digestFiles } from './digest-files.ts'
export { isErrorOf } from './errors.ts'
export { explain, explaining } from './explain.ts'
export { keepCompiled } from './keep-compiled.ts'
export { isAlive } from './processes.ts'
export { beginFolder, type FolderInTheMaking, isInTheMaking, recoverFolder } from './replace-folder.ts'
