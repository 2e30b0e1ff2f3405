/** What the codes of the file system mean to whoever has to do something about them. */
const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  ENOENT: 'a folder of it is missing',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder',
  EEXIST: 'something else has its name',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EFBIG: 'it is larger than the disk allows',
  EIO: 'the disk has a fault',
}

/**
 * An error of the file system with the path and the reason in words; any other error as it is.
 *
 * @example `Cannot write "/data/reports": the disk is full (ENOSPC)`
 */
export function explain(error: unknown, attempted: string, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const code = String(error.code)
  const reason = reasons[code]
  if (reason === undefined) return error
  return new Error(`Cannot ${attempted} "${path}": ${reason} (${code})`, { cause: error })
}

/** Does something to a path; an error of the file system names the path and the reason. */
export function explaining<T>(attempted: string, path: string, act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw explain(error, attempted, path)
  }
}
