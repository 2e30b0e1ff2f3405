import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendChild, detachNode, insertBefore, PageNode } from '../src/readers/html/page-node.ts'
import { childrenOf } from '../src/readers/html/tree.ts'

const step = fc.record({ act: fc.constantFrom('append', 'insert', 'detach'), at: fc.nat(20) })

function backwardsFrom(last: PageNode | null): readonly PageNode[] {
  const nodes: PageNode[] = []
  for (let node = last; node; node = node.previousSibling) nodes.unshift(node)
  return nodes
}

test('nodes stand between their neighbours, forwards and backwards, whatever is put in and taken out', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const parent = new PageNode('element', 'p')
      const expected: PageNode[] = []
      for (const { act, at } of steps) {
        const place = expected.length === 0 ? 0 : at % expected.length
        const next = expected[place]
        const node = new PageNode('element', 'b')
        if (act === 'append') {
          appendChild(parent, node)
          expected.push(node)
        } else if (next && act === 'insert') {
          insertBefore(parent, node, next)
          expected.splice(place, 0, node)
        } else if (next) {
          detachNode(next)
          expected.splice(place, 1)
          expect([next.parent, next.previousSibling, next.nextSibling]).toEqual([null, null, null])
        }
      }
      const isSame = (found: readonly PageNode[]) =>
        found.length === expected.length && found.every((node, i) => node === expected[i])
      expect(isSame(childrenOf(parent)), 'page-node.ts: firstChild and nextSibling lead astray').toBe(true)
      expect(isSame(backwardsFrom(parent.lastChild)), 'page-node.ts: lastChild and previousSibling do').toBe(true)
    }),
    { numRuns: 1000, seed: 1 },
  )
})
