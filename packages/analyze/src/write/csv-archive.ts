import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { tables } from '@gongkai/schema'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import { toZipDate } from './zip-date.ts'

/** What the archive says of itself. */
const readme = `# 公开年报 Gongkai

政府信息公开工作年度报告的数据，CSV 格式：UTF-8 编码，无 BOM，LF 换行，逗号分隔（RFC 4180）。
用 Excel 或 WPS 打开时，请从“数据”选项卡选择“从文本/CSV”导入并选 UTF-8；也可直接打开 gongkai.xlsx。

Data of Chinese government information disclosure reports as CSV: UTF-8 without BOM, LF, RFC 4180.

- 空字段不等于 0：cells 表的 state 说明每个单元格是数字、空白、不适用、文字还是缺失。
  An empty field is not 0: the column state of cells says what stands there.
- 会被表格软件当作公式的文字前加撇号；列表以分号连接。
  Words that a spreadsheet would run as a formula have an apostrophe in front; lists are joined with semicolons.
- 字段与代码的说明见 codebook.json 与 datapackage.json。Columns and codes are explained in codebook.json.
- 许可 Licence: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/

| 文件 file | 每行 one row per |
|---|---|
${tables.map(({ name, per }) => `| ${name}.csv | ${per.zh}；${per.en} |`).join('\n')}
`

/** What stands in the archive besides the README, in this order. */
const memberNames = [...tables.map(({ name }) => `${name}.csv`), 'codebook.json', 'datapackage.json']

/** The bytes of a file, unpacked where the dataset has it compressed. */
function readMember(folder: string, names: readonly string[], name: string): AsyncIterable<Uint8Array> {
  if (names.includes(name)) return createReadStream(join(folder, name))
  // an error of the file ends what is read, too
  return pipeline(createReadStream(join(folder, `${name}.gz`)), createGunzip(), () => {})
}

/**
 * Every CSV file of a dataset in one archive with a README, the same bytes for the same files.
 *
 * @param names of the files of the dataset; no table is in parts
 * @param most bytes that the archive may have
 * @returns undefined where it would have more
 */
export async function readCsvArchive(
  folder: string,
  names: readonly string[],
  most: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    bytes += chunk.byteLength
    if (bytes <= most) chunks.push(chunk)
  })
  addMember(zip, 'README.md').push(strToU8(readme), true)
  for (const name of memberNames) {
    const member = addMember(zip, name)
    for await (const chunk of readMember(folder, names, name)) {
      member.push(chunk)
      if (bytes > most) return undefined
    }
    member.push(new Uint8Array(), true)
  }
  zip.end()
  return bytes > most ? undefined : Buffer.concat(chunks)
}

function addMember(zip: Zip, name: string): ZipDeflate {
  const member = new ZipDeflate(name, { level: 6 })
  member.mtime = toZipDate()
  zip.add(member)
  return member
}
