import type { Label } from './forms/types.ts'

const label = (zh: string, en: string): Label => ({ zh, en })

/** What a peer group has in common. */
export type PeerAttribute = 'level' | 'functions' | 'first_function' | 'body_kind' | 'year'

/** Fewest reports whose figure is given for a group to have quartiles. */
export const fewestPeers = 10

/** Peers, narrowest first: the first group with enough reports is taken. An unknown attribute makes no group. */
export const peerSteps: readonly { readonly basis: PeerBasis; readonly by: readonly PeerAttribute[] }[] = [
  { basis: 'functions', by: ['year', 'level', 'functions'] },
  { basis: 'first_function', by: ['year', 'level', 'first_function'] },
  { basis: 'body_kind', by: ['year', 'level', 'body_kind'] },
  { basis: 'level', by: ['year', 'level'] },
  { basis: 'year', by: ['year'] },
]

/** By what the peers of a figure were chosen. */
export const peerBases = {
  functions: label('同年度、同级别、职能完全相同', 'Same year, level and exact set of functions'),
  first_function: label('同年度、同级别、首要职能相同', 'Same year, level and first function'),
  body_kind: label('同年度、同级别、同类机关', 'Same year, level and kind of body'),
  level: label('同年度、同级别', 'Same year and level'),
  year: label('同年度', 'Same year'),
  pooled: label('同年度合并计算：可比的报告不足 10 份', 'Pooled over the year: fewer than 10 reports can be compared'),
} as const satisfies Readonly<Record<string, Label>>

export type PeerBasis = keyof typeof peerBases
