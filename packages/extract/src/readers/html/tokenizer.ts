import { Parser, Tokenizer, type TreeAdapterTypeMap } from 'parse5'

/** What ends a run of characters that a token takes as they are. */
const ends = {
  text: /[\s<&\0]/g,
  attributeName: /[^a-z-]/g,
  doubleQuoted: /["&\0\r]/g,
  singleQuoted: /['&\0\r]/g,
} as const

/**
 * Takes text, names and values of attributes in runs instead of character by character: word processors put half of a page
 * into attributes. What is not plain (references, NUL, CR, capitals in a name) goes the usual way.
 */
class PageTokenizer extends Tokenizer {
  protected override _stateData(cp: number): void {
    const run = this.takeRun(cp, ends.text)
    if (run === '') super._stateData(cp)
    else this._emitChars(run)
  }

  protected override _stateAttributeName(cp: number): void {
    const run = this.takeRun(cp, ends.attributeName)
    if (run === '') super._stateAttributeName(cp)
    else this.currentAttr.name += run
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    const run = this.takeRun(cp, ends.doubleQuoted)
    if (run === '') super._stateAttributeValueDoubleQuoted(cp)
    else this.currentAttr.value += run
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    const run = this.takeRun(cp, ends.singleQuoted)
    if (run === '') super._stateAttributeValueSingleQuoted(cp)
    else this.currentAttr.value += run
  }

  /**
   * The characters from the one consumed last up to an end, which are consumed too; none where that one is an end.
   *
   * @param cp the character consumed last: its last code unit stands at the position of the preprocessor
   */
  private takeRun(cp: number, end: RegExp): string {
    const { html, pos } = this.preprocessor
    if (pos >= html.length) return ''
    end.lastIndex = pos
    const to = end.test(html) ? end.lastIndex - 1 : html.length
    if (to === pos) return ''
    this.preprocessor.pos = to - 1
    return html.slice(cp > 0xffff ? pos - 1 : pos, to)
  }
}

/** The parser of parse5 with this tokenizer. */
export class PageParser<Nodes extends TreeAdapterTypeMap> extends Parser<Nodes> {
  override tokenizer: Tokenizer = new PageTokenizer(this.options, this)
}
