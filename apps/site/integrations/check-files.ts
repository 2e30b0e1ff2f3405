/** Scripts that a service worker serves have to lie beside its page; it is itself found by one name for ever. */
const ownNames: Readonly<Record<string, string>> = {
  reader: 'check/reader-[hash].js',
  'offline-worker': 'check/offline.js',
}

/** Where the build puts the script of a worker, by the name of its module. */
export const toWorkerFile = (name: string): string => ownNames[name] ?? '_astro/[name]-[hash].js'
