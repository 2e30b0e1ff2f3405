import { toStorePrefix } from './offline-parts.ts'
import scriptAddress from './offline-worker.ts?worker&url'
import { offlineCopyPath } from './paths.ts'

/** Keeps the parts of the check in the browser, so that the page can be loaded again without a network. */
export interface Offline {
  readonly isKept: () => Promise<boolean>
  /** @throws {Error} if a part cannot be had, or on an address without TLS, where browsers keep no programs */
  readonly keep: () => Promise<void>
  /** Takes everything away that was kept. */
  readonly remove: () => Promise<void>
  /** Asks whether there is a newer version, where one is kept. */
  readonly update: () => Promise<void>
}

export function toOffline(base: string): Offline {
  const container: ServiceWorkerContainer | undefined = navigator.serviceWorker
  // A script serves what lies below its own folder: the build puts a copy beside the English page.
  const scripts = [scriptAddress, base + offlineCopyPath]
  const findKept = async () => {
    // A browser that is told to keep nothing may refuse to answer.
    const all = (await container?.getRegistrations().catch(() => [])) ?? []
    return all.filter(({ scope }) =>
      scripts.some((script) => scope === new URL('.', new URL(script, location.origin)).href),
    )
  }
  return {
    isKept: async () => (await findKept()).length > 0,
    async keep() {
      if (!container) throw new Error('Cannot keep the parts of the check: this browser does not offer it here')
      // One after the other: the second finds the parts kept.
      for (const script of scripts) await waitUntilActive(await container.register(script))
    },
    async remove() {
      for (const registration of await findKept()) await registration.unregister()
      const stores = (await caches.keys()).filter((name) => name.startsWith(toStorePrefix(base)))
      for (const store of stores) await caches.delete(store)
    },
    async update() {
      // Without a network there is nothing newer to be had.
      for (const registration of await findKept()) await registration.update().catch(() => undefined)
    },
  }
}

/** @throws {Error} if a part could not be had or kept */
async function waitUntilActive({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting
  if (!worker) return
  await new Promise<void>((resolve, reject) => {
    worker.addEventListener('statechange', () => {
      if (worker.state === 'activated') resolve()
      if (worker.state === 'redundant') reject(new Error('Cannot keep the parts of the check: one cannot be had'))
    })
  })
}
