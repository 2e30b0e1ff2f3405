import type { ReasonCode } from '@gongkai/schema'

/** A file that means harm, by accident or not. */
export interface HostileFile {
  /** What kind of trouble it is. */
  readonly kind: string
  readonly name: string | Buffer
  readonly bytes: Uint8Array
  /** Reason in the ledger; null when it may be read, or rejected with whatever reason. */
  readonly reason: ReasonCode | null
}
