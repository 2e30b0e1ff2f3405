/** A province on the tile grid, by its code in GB/T 2260. */
export interface Tile {
  readonly code: string
  readonly short: string
  /** In ISO 3166-2:CN. */
  readonly shortEn: string
  readonly name: string
  /** From 1, left to right. */
  readonly column: number
  /** From 1, top to bottom. */
  readonly row: number
  /** Whether 国令第711号 applies there. */
  readonly applies: boolean
}

const tile = (short: string, shortEn: string, code: string, name: string, column: number, row: number): Tile => ({
  code: `${code}0000`,
  short,
  shortEn,
  name,
  column,
  row,
  applies: !['71', '81', '82'].includes(code),
})

/** Every province once; a tile is a place on the page, not on a map. */
export const tiles: readonly Tile[] = [
  tile('黑', 'HL', '23', '黑龙江省', 9, 1),
  tile('吉', 'JL', '22', '吉林省', 9, 2),
  tile('新', 'XJ', '65', '新疆维吾尔自治区', 1, 3),
  tile('蒙', 'NM', '15', '内蒙古自治区', 6, 3),
  tile('京', 'BJ', '11', '北京市', 7, 3),
  tile('津', 'TJ', '12', '天津市', 8, 3),
  tile('辽', 'LN', '21', '辽宁省', 9, 3),
  tile('青', 'QH', '63', '青海省', 3, 4),
  tile('甘', 'GS', '62', '甘肃省', 4, 4),
  tile('宁', 'NX', '64', '宁夏回族自治区', 5, 4),
  tile('晋', 'SX', '14', '山西省', 6, 4),
  tile('冀', 'HE', '13', '河北省', 7, 4),
  tile('鲁', 'SD', '37', '山东省', 8, 4),
  tile('藏', 'XZ', '54', '西藏自治区', 2, 5),
  tile('川', 'SC', '51', '四川省', 4, 5),
  tile('陕', 'SN', '61', '陕西省', 5, 5),
  tile('豫', 'HA', '41', '河南省', 6, 5),
  tile('皖', 'AH', '34', '安徽省', 7, 5),
  tile('苏', 'JS', '32', '江苏省', 8, 5),
  tile('沪', 'SH', '31', '上海市', 9, 5),
  tile('云', 'YN', '53', '云南省', 4, 6),
  tile('渝', 'CQ', '50', '重庆市', 5, 6),
  tile('鄂', 'HB', '42', '湖北省', 6, 6),
  tile('赣', 'JX', '36', '江西省', 7, 6),
  tile('浙', 'ZJ', '33', '浙江省', 8, 6),
  tile('贵', 'GZ', '52', '贵州省', 5, 7),
  tile('湘', 'HN', '43', '湖南省', 6, 7),
  tile('闽', 'FJ', '35', '福建省', 7, 7),
  tile('台', 'TW', '71', '台湾省', 9, 7),
  tile('桂', 'GX', '45', '广西壮族自治区', 5, 8),
  tile('粤', 'GD', '44', '广东省', 6, 8),
  tile('港', 'HK', '81', '香港特别行政区', 7, 8),
  tile('琼', 'HI', '46', '海南省', 5, 9),
  tile('澳', 'MO', '82', '澳门特别行政区', 6, 9),
]
