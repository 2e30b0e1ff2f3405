/** Files of the search below the base path of the site. */
export const cataloguePath = 'search/catalogue.json'
export const toShardName = (shard: number): string => shard.toString(16).padStart(4, '0')
export const toShardPath = (shard: number): string => `search/terms/${toShardName(shard)}.bin`
/** Files of a catalogue in blocks. */
export const toBlockPath = (block: number): string => `search/blocks/${toShardName(block)}.json`
export const toNamesPath = (shard: number): string => `search/names/${toShardName(shard)}.bin`
export const toChoicePath = (choice: number): string => `search/choices/${toShardName(choice)}.bin`
export const toOrderPath = (order: string): string => `search/orders/${order}.json`
export const toTextPath = (reportId: string): string => `search/text/${encodeURIComponent(reportId)}.txt`
