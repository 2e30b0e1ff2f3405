import { toShardName } from '../paths.ts'

/** Files of a catalogue in blocks, below the base path of the site. */
export const toBlockPath = (block: number): string => `search/blocks/${toShardName(block)}.json`
export const toNamesPath = (shard: number): string => `search/names/${toShardName(shard)}.bin`
export const toChoicePath = (choice: number): string => `search/choices/${toShardName(choice)}.bin`
export const toOrderPath = (order: string): string => `search/orders/${order}.json`
