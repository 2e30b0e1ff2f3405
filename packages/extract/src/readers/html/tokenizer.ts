import { Parser, type Token, Tokenizer, type TreeAdapterTypeMap } from 'parse5'

const ascii = 128

/** Which ASCII characters a token takes as they are. */
const plain = {
  text: toTable(/[^\t\n\f\r <&\0]/),
  name: toTable(/[a-z\d-]/),
  doubleQuoted: toTable(/[^"&\0\r]/),
  singleQuoted: toTable(/[^'&\0\r]/),
} as const

function toTable(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: ascii }, (_, code) => Number(characters.test(String.fromCharCode(code))))
}

/** An attribute in the making: a class, for the engine puts what literals make among what it takes to live long. */
class PageAttribute implements Token.Attribute {
  name: string
  value = ''

  constructor(name: string) {
    this.name = name
  }
}

/**
 * Takes text, names of tags, names and values of attributes in runs instead of character by character: word processors put
 * half of a page into attributes. What is not plain (references, NUL, CR, capitals in a name, characters of two code units)
 * goes the usual way.
 */
class PageTokenizer extends Tokenizer {
  protected override _createAttr(name: string): void {
    this.currentAttr = new PageAttribute(name)
    this.currentLocation = this.getCurrentLocation(0)
  }

  protected override _stateData(cp: number): void {
    const run = this.takeRun(plain.text)
    if (run === '') super._stateData(cp)
    else this._emitChars(run)
  }

  protected override _stateTagName(cp: number): void {
    const run = this.takeRun(plain.name)
    if (run === '') super._stateTagName(cp)
    else (this.currentToken as Token.TagToken).tagName += run
  }

  protected override _stateAttributeName(cp: number): void {
    const run = this.takeRun(plain.name)
    if (run === '') super._stateAttributeName(cp)
    else this.currentAttr.name += run
  }

  protected override _stateAttributeValueDoubleQuoted(cp: number): void {
    const run = this.takeRun(plain.doubleQuoted)
    if (run === '') super._stateAttributeValueDoubleQuoted(cp)
    else this.currentAttr.value += run
  }

  protected override _stateAttributeValueSingleQuoted(cp: number): void {
    const run = this.takeRun(plain.singleQuoted)
    if (run === '') super._stateAttributeValueSingleQuoted(cp)
    else this.currentAttr.value += run
  }

  /** The plain characters from the one consumed last, which are consumed too; none where that one is not plain. */
  private takeRun(table: Uint8Array): string {
    const { html, pos } = this.preprocessor
    let end = pos
    while (end < html.length) {
      const code = html.charCodeAt(end)
      if (code < ascii ? table[code] === 0 : code >= 0xd800 && code <= 0xdfff) break
      end++
    }
    if (end === pos) return ''
    this.preprocessor.pos = end - 1
    return html.slice(pos, end)
  }
}

/** The parser of parse5 with this tokenizer. */
export class PageParser<Nodes extends TreeAdapterTypeMap> extends Parser<Nodes> {
  override tokenizer: Tokenizer = new PageTokenizer(this.options, this)
}
