import type { Label } from '@gongkai/schema'

/** Something counted. */
export interface Count {
  readonly label: Label
  readonly count: number
  /** Path of the page that lists what was counted. */
  readonly path?: string
}
