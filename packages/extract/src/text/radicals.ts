/**
 * Radicals that print as an ordinary character, each in front of it. NFKC knows only those of Kangxi; fonts of PDF files
 * give these, too (⻓ U+2ED3 for 长).
 *
 * @see EquivalentUnifiedIdeograph.txt of the Unicode Character Database
 */
const pairs =
  '⺁厂⺄乙⺋卩⺒巳⺓幺⺕彐⺜日⺝月⺠民⺧牛⺩王⺫目⺬示⺮竹⺯糸⺶羊⺸羊⺻聿⺼月⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻒長⻓长⻔门⻕阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龟'

export const radicals: ReadonlyMap<string, string> = new Map(
  Array.from({ length: pairs.length / 2 }, (_, i) => [pairs.charAt(2 * i), pairs.charAt(2 * i + 1)]),
)
