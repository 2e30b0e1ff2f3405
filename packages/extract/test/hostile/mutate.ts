import { unzipSync } from 'fflate'
import type { Random } from '../generate/random.ts'
import { join, toZip, utf8 } from './zip.ts'

type Mutation = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array

const at = (bytes: Uint8Array, random: Random): number => random.int(bytes.length + 1)

/** Bytes that programs stumble over. */
const odd: readonly [string, ...string[]] = [
  '\0',
  '\ufeff',
  '\u202e',
  '\u2028',
  '|'.repeat(200),
  '\t'.repeat(200),
  ' '.repeat(5_000),
  '9'.repeat(400),
  '（一）'.repeat(100),
  '<table><tr><td colspan=1000 rowspan=1000>',
  '<td rowspan=0>',
  '</table></div></td>',
  '<!--',
  '<![CDATA[',
  '&#xD800;&#0;&bogus;',
  '1e999',
  '-0',
  'NaN',
  '__proto__',
  '{{x}}',
  '二、主动公开政府信息情况\n',
  '第二十条第（一）项\n',
  '联系人：',
  '年月日',
  '\ud83d',
]

/** Changes to the bytes of any document. */
const byteMutations: readonly [Mutation, ...Mutation[]] = [
  (bytes, random) => {
    const copy = bytes.slice()
    for (let i = 0; i <= random.int(8) && copy.length > 0; i++) {
      const place = random.int(copy.length)
      copy[place] = (copy[place] ?? 0) ^ (1 << random.int(8))
    }
    return copy
  },
  (bytes, random) => bytes.slice(0, at(bytes, random)),
  (bytes, random) => bytes.slice(at(bytes, random)),
  (bytes, random, other) => join(bytes.slice(0, at(bytes, random)), other.slice(at(other, random))),
  (bytes, random) => {
    const start = at(bytes, random)
    return join(bytes.slice(0, start), bytes.slice(Math.min(bytes.length, start + random.int(400))))
  },
  (bytes, random) => {
    const start = at(bytes, random)
    const part = bytes.slice(start, start + random.int(2_000))
    return join(bytes.slice(0, start), ...Array.from({ length: 1 + random.int(20) }, () => part), bytes.slice(start))
  },
  (bytes, random) => {
    const place = at(bytes, random)
    return join(bytes.slice(0, place), utf8(random.pick(odd)), bytes.slice(place))
  },
  (bytes, random) => {
    const lines = new TextDecoder('latin1').decode(bytes).split('\n')
    const [a, b] = [random.int(lines.length), random.int(lines.length)]
    const swapped = lines.map((line, i) => (i === a ? (lines[b] ?? '') : i === b ? (lines[a] ?? '') : line)).join('\n')
    return Uint8Array.from(swapped, (one) => one.charCodeAt(0))
  },
]

/** A tag is doubled, dropped, or put elsewhere. */
const mutateTags: Mutation = (bytes, random) => {
  const text = new TextDecoder('latin1').decode(bytes)
  const tags = [...text.matchAll(/<[^<>]{1,200}>/g)]
  const one = tags[random.int(tags.length)]
  if (!one) return bytes
  const without = text.slice(0, one.index) + text.slice(one.index + one[0].length)
  const place = random.int(without.length + 1)
  const made = random.pick([
    without,
    text.slice(0, one.index) + one[0].repeat(1 + random.int(50)) + text.slice(one.index),
    without.slice(0, place) + one[0] + without.slice(place),
  ])
  return Uint8Array.from(made, (char) => char.charCodeAt(0))
}

/** An archive without the bytes that some layouts put in front of it. */
function withoutHead(bytes: Uint8Array): Uint8Array {
  const at = bytes.findIndex(
    (byte, i) => byte === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 3 && bytes[i + 3] === 4,
  )
  return bytes.subarray(Math.max(0, at))
}

/** The parts of an archive are changed and packed again, so that the container is sound. */
const mutateParts: Mutation = (bytes, random, other) => {
  const parts = Object.entries(unzipSync(withoutHead(bytes)))
  const chosen = random.int(parts.length)
  const change = random.chance(0.5) ? mutateTags : random.pick(byteMutations)
  return toZip(parts.map(([name, text], i) => ({ name, text: i === chosen ? change(text, random, other) : text })))
}

/** Spoils a document in one to three ways; the numbers decide which. */
export function mutate(
  bytes: Uint8Array,
  format: 'text' | 'html' | 'docx' | 'pdf' | 'doc',
  random: Random,
  other: Uint8Array,
): Uint8Array {
  if (format === 'docx' && random.chance(0.7)) return mutateParts(bytes, random, other)
  let made = bytes
  for (let i = 0; i <= random.int(3); i++) {
    const change = format === 'html' && random.chance(0.4) ? mutateTags : random.pick(byteMutations)
    made = change(made, random, other)
  }
  return made
}
