import type { CellState, Label } from '@gongkai/schema'

/** A state of a cell as the pages show it. */
export interface StateWords {
  /** What stands in a cell of this state. */
  readonly mark: Label
  readonly name: Label
  readonly meaning: Label
}

const words = (mark: Label, name: Label, meaning: Label): StateWords => ({ mark, name, meaning })
const label = (zh: string, en = zh): Label => ({ zh, en })

/** The five states of a cell in a few words each; the code table of the dataset has them at length. */
export const stateWords = {
  value: words(label('0'), label('有数值', 'Number'), label('印有数字，0 也是数字', 'a number is printed, 0 included')),
  blank: words(label('–'), label('空白', 'Blank'), label('有格无字；不等于 0', 'the cell is empty; not zero')),
  not_applicable: words(
    label('/'),
    label('不适用', 'Not applicable'),
    label('印有横线、斜线或“无”', 'a dash, slash or 无 is printed'),
  ),
  text: words(
    label('文字', 'words'),
    label('文字', 'Words'),
    label('应填数字处印有文字', 'words stand where a number belongs'),
  ),
  missing: words(
    label('缺失'),
    label('缺失', 'Missing'),
    label('文中找不到这一格；不等于 0', 'no place for the cell is found; not zero'),
  ),
} as const satisfies Readonly<Record<CellState, StateWords>>
