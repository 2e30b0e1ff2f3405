/** Files of the search below the base path of the site. */
export const cataloguePath = 'search/catalogue.json'
export const toShardName = (shard: number): string => shard.toString(16).padStart(4, '0')
export const toShardPath = (shard: number): string => `search/terms/${toShardName(shard)}.bin`
export const toTextPath = (reportId: string): string => `search/text/${encodeURIComponent(reportId)}.txt`
