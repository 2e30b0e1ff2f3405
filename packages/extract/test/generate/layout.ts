import type { Random } from './random.ts'
import type { Story } from './story.ts'
import type { Truth } from './truth.ts'

/** One way in which a report reaches the reader. */
export interface Layout {
  readonly id: string
  readonly format: 'text' | 'html' | 'docx'
  /** The cells of a table follow each other with no sign of rows: an empty one leaves no trace. */
  readonly isRun?: true
  /** What this layout can print at all; the truth that the reader is held to. */
  readonly adapt?: (truth: Truth, random: Random) => Truth
  readonly render: (story: Story, random: Random) => Uint8Array
}
