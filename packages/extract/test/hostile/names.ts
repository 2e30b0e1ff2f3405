import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import type { HostileFile } from './files.ts'

const odd = [
  'new\nline.txt',
  'tab\tand\rreturn.txt',
  'quote\'".txt',
  '-rf',
  '--corpus=x',
  '😀 报告.txt',
  "=cmd|' ;calc'!A1.txt",
  '=\n1+cmd.txt',
  '=\r1+cmd.txt',
  '=\t1+cmd.txt',
  'a\n=1+cmd.txt',
  '\r\n=1+cmd.txt',
  '\u2028=1+cmd.txt',
  ' =1+cmd.txt',
  '@SUM(1).txt',
  '<img src=x onerror=alert(1)>.html',
  '$(touch gongkai-was-here).txt',
  '`id`;id|id&.txt',
  '[x](javascript:alert(1)).txt',
  "'); drop table documents; --.txt",
  '\u001b[2J\u001b]0;owned\u0007.txt',
  '\u202etxt.exe',
  '..txt',
  '...',
  ' leading and trailing ',
  '%2e%2e%2f.txt',
  '..\\..\\x.txt',
  '*?[a]{b}.txt',
  '#hash?query.txt',
  'e\u0301 and é.txt',
  `${'长'.repeat(84)}`,
  'CON',
  '.hidden',
  'constructor',
  '__proto__',
  'manifest.csv.txt',
]

/** Files under odd names, each with its own content. */
export const oddNames: readonly HostileFile[] = [
  ...odd.map((name, i) => ({
    kind: 'odd names',
    name,
    bytes: new TextEncoder().encode(`今天天气很好 ${i}`),
    reason: 'unrelated' as const,
  })),
  ...[Buffer.from([0xb9, 0xab, 0xbf, 0xaa]), Buffer.from([0xff, 0xfe, 0x2e])].map((name, i) => ({
    kind: 'names that are not UTF-8',
    name,
    bytes: new TextEncoder().encode(`天气 ${i}`),
    reason: 'unrelated' as const,
  })),
]

/** Entries of a folder that are no files, by path, with the reason in the ledger; null for folders, which have no row. */
export const oddEntries = {
  'link-outside.txt': 'not_a_file',
  'link-to-folder': 'not_a_file',
  'link-loop': 'not_a_file',
  'link-to-itself': 'not_a_file',
  'link-nowhere.txt': 'not_a_file',
  'pipe.txt': 'not_a_file',
  'socket.txt': 'not_a_file',
  'folder.docx/inside.txt': 'unrelated',
  'empty-folder.txt': null,
  'locked.txt': 'unreadable',
  'locked-folder': 'unreadable',
} as const

/** Makes those entries; the server returned holds the socket open. */
export async function makeOddEntries(corpus: string, outside: string): Promise<Server> {
  const at = (name: string) => join(corpus, name)
  symlinkSync(outside, at('link-outside.txt'))
  symlinkSync('/', at('link-to-folder'))
  symlinkSync('.', at('link-loop'))
  symlinkSync('link-to-itself', at('link-to-itself'))
  symlinkSync('nowhere', at('link-nowhere.txt'))
  execFileSync('mkfifo', [at('pipe.txt')])
  mkdirSync(at('folder.docx'))
  mkdirSync(at('empty-folder.txt'))
  writeFileSync(at('folder.docx/inside.txt'), '天气在里面')
  writeFileSync(at('locked.txt'), '天气锁着')
  chmodSync(at('locked.txt'), 0)
  mkdirSync(at('locked-folder'))
  chmodSync(at('locked-folder'), 0)
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(at('socket.txt'), resolve))
  return server
}
