import type { Rule } from './page.ts'

/** Lines that meet. */
export interface Group {
  readonly across: readonly Rule[]
  readonly down: readonly Rule[]
}

/** Lines that meet, directly or by others, with a gap of at most `touch` points. */
export function groupTouching({ across, down }: Group, touch: number): readonly Group[] {
  const meets = ({ from, to }: Rule, at: number) => at >= from - touch && at <= to + touch
  const sets = new Sets(across.length + down.length)
  across.forEach((row, i) => {
    down.forEach((column, j) => {
      if (meets(row, column.at) && meets(column, row.at)) sets.unite(i, across.length + j)
    })
  })
  return sets.group([...across, ...down]).map((rules) => ({
    across: rules.filter(({ isHorizontal }) => isHorizontal),
    down: rules.filter(({ isHorizontal }) => !isHorizontal),
  }))
}

/** Sets of numbers that are united pair by pair. */
export class Sets {
  private readonly parents: number[]

  constructor(size: number) {
    this.parents = Array.from({ length: size }, (_, i) => i)
  }

  rootOf(one: number): number {
    let root = one
    while (this.parents[root] !== root) root = this.parents[root] ?? root
    this.parents[one] = root
    return root
  }

  unite(a: number, b: number): void {
    this.parents[this.rootOf(b)] = this.rootOf(a)
  }

  /** Things by their sets, in order; the first has number 0. */
  group<T>(things: readonly T[]): readonly (readonly T[])[] {
    return [
      ...Map.groupBy(
        things.map((thing, i) => ({ thing, i })),
        ({ i }) => this.rootOf(i),
      ).values(),
    ].map((group) => group.map(({ thing }) => thing))
  }
}
