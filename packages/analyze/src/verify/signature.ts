import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { manifestFile, signatureFile } from '@gongkai/schema'
import { type Outcome, toOutcome } from './outcome.ts'

/**
 * Signs the manifest of a dataset, which holds the digest of all its files: Ed25519, in Base64, beside it.
 *
 * @param key file of a private key, PEM
 * @throws {Error} if the key or the manifest cannot be read
 */
export async function signDataset(folder: string, key: string): Promise<void> {
  const privateKey = createPrivateKey(await readFile(key))
  if (privateKey.asymmetricKeyType !== 'ed25519')
    throw new Error(`Cannot sign: "${key}" must be an Ed25519 key, found ${privateKey.asymmetricKeyType}`)
  const signature = sign(null, await readFile(join(folder, manifestFile)), privateKey)
  await writeFile(join(folder, signatureFile), `${signature.toString('base64')}\n`)
}

/** @param key file of the publisher's public key, PEM, from elsewhere than the dataset */
export async function checkSignature(folder: string, key: string): Promise<Outcome> {
  const publicKey = createPublicKey(await readFile(key))
  const signature = await readFile(join(folder, signatureFile), 'utf8').catch(() => undefined)
  if (signature === undefined) return toOutcome('signature', 1, [`${signatureFile} is missing: nobody signed this`])
  const manifest = await readFile(join(folder, manifestFile)).catch(() => Buffer.alloc(0))
  const holds = verify(null, manifest, publicKey, Buffer.from(signature, 'base64'))
  return toOutcome('signature', 1, holds ? [] : [`${signatureFile} is no signature of ${manifestFile} by this key`])
}
