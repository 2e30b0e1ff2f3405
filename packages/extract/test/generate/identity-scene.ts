import type { IdentityDocument, IdentityTruth } from './identity-documents.ts'
import type { Random } from './random.ts'

/** A document that asks for some fields only. */
export interface SpecialDocument extends Omit<IdentityDocument, 'truth'> {
  readonly truth: Partial<IdentityTruth>
  /** What only a page says: its meta tags hold the answer. */
  readonly isPageOnly: boolean
}

export type Draft = Partial<Omit<SpecialDocument, 'id' | 'truth' | 'title' | 'isPageOnly'>> & {
  readonly title: string
  readonly truth: Partial<IdentityTruth>
}

export interface Scene {
  readonly random: Random
  readonly year: number
  readonly department: string
}

export type Maker = (scene: Scene) => Draft
