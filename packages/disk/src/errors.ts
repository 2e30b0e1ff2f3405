/**
 * Whether an error of the file system has one of these codes.
 *
 * @example `isErrorOf(error, 'ENOENT', 'ENOTDIR')`
 */
export const isErrorOf = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code))
