import { z } from 'zod'
import { shaped } from './values.ts'

const digest = shaped(/^[0-9a-f]{64}$/, 'must be a SHA-256, 64 digits of 0-9 and a-f')
const label = z.object({ zh: z.string(), en: z.string() })

/** The manifest of a dataset: one digest over all sums, the files, and the rows of each table. */
const manifest = z.object({
  name: z.literal('gongkai'),
  digest,
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256: digest })),
  tables: z.array(z.object({ name: z.string(), rows: z.int() })),
})

/** The parts of a codebook that a dataset is held to. */
const codebook = z.object({
  tables: z.array(
    z.object({
      name: shaped(/^\w+$/, 'must be the name of a table'),
      key: z.array(z.string()),
      columns: z.array(
        z.object({
          name: z.string(),
          type: z.string(),
          codes: z.string().optional(),
          isLoose: z.literal(true).optional(),
        }),
      ),
    }),
  ),
  codes: z.record(z.string(), z.record(z.string(), label)),
})

export type DatasetManifest = z.output<typeof manifest>
export type DatasetCodebook = z.output<typeof codebook>

/** @throws {RangeError} naming the file and what is wrong with it */
export const readDatasetManifest = (text: string): DatasetManifest => read('manifest.json', manifest, text)

/** @throws {RangeError} naming the file and what is wrong with it */
export const readDatasetCodebook = (text: string): DatasetCodebook => read('codebook.json', codebook, text)

function read<Shape extends z.ZodType>(file: string, shape: Shape, text: string): z.output<Shape> {
  const { success, data, error } = shape.safeParse(toJson(file, text))
  if (success) return data
  const [issue] = error.issues
  throw new RangeError(`${file}, ${issue?.path.join('.') || 'as a whole'}: ${issue?.message}`)
}

function toJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RangeError(`${file} must be JSON`, { cause })
  }
}
