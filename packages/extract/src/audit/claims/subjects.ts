import { disclosureSubjects } from './subjects-disclosure.ts'
import { outcomeSubjects } from './subjects-outcomes.ts'
import { proceedingSubjects } from './subjects-proceedings.ts'
import { requestSubjects } from './subjects-requests.ts'
import type { Subject } from './types.ts'

/** Every pattern of the narrative, the special before the general: the first that matches decides. */
export const subjects: readonly Subject[] = [
  ...proceedingSubjects,
  ...disclosureSubjects,
  ...outcomeSubjects,
  ...requestSubjects,
]
