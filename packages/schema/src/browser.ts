/** What a page may load: text folding, without the schemas and tables that only a build needs. */
export { type Folded, fold, foldWithPlaces } from './text/fold.ts'
