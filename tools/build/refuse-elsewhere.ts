/**
 * Refuses to build from or to a folder elsewhere where turbo runs by itself: its cache key does not know what lies there, so
 * it would answer with an older result. `npm run build` puts a digest into the key.
 */
const { TURBO_HASH, GONGKAI_CORPUS, GONGKAI_DATASET, GONGKAI_CORPUS_DIGEST } = process.env

if (TURBO_HASH && (GONGKAI_CORPUS || GONGKAI_DATASET) && !GONGKAI_CORPUS_DIGEST) {
  console.error(
    'Cannot build by turbo alone with GONGKAI_CORPUS or GONGKAI_DATASET set: its cache does not see those folders. Use "npm run build".',
  )
  process.exit(1)
}
