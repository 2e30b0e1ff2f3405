import { pinyin } from 'pinyin-pro'

/** Names that are not the pinyin of their characters, by code: official English names, and names from other languages. */
const official: Readonly<Record<string, string>> = {
  110000: 'Beijing',
  120000: 'Tianjin',
  130000: 'Hebei',
  140000: 'Shanxi',
  150000: 'Inner Mongolia',
  210000: 'Liaoning',
  220000: 'Jilin',
  230000: 'Heilongjiang',
  310000: 'Shanghai',
  320000: 'Jiangsu',
  330000: 'Zhejiang',
  340000: 'Anhui',
  350000: 'Fujian',
  360000: 'Jiangxi',
  370000: 'Shandong',
  410000: 'Henan',
  420000: 'Hubei',
  430000: 'Hunan',
  440000: 'Guangdong',
  450000: 'Guangxi',
  460000: 'Hainan',
  500000: 'Chongqing',
  510000: 'Sichuan',
  520000: 'Guizhou',
  530000: 'Yunnan',
  540000: 'Xizang',
  610000: 'Shaanxi',
  620000: 'Gansu',
  630000: 'Qinghai',
  640000: 'Ningxia',
  650000: 'Xinjiang',
  710000: 'Taiwan',
  810000: 'Hong Kong',
  820000: 'Macao',
  150100: 'Hohhot',
  150600: 'Ordos',
  150700: 'Hulunbuir',
  150800: 'Bayannur',
  150900: 'Ulanqab',
  152200: 'Hinggan League',
  152500: 'Xilingol League',
  152900: 'Alxa League',
  230100: 'Harbin',
  230200: 'Qiqihar',
  540100: 'Lhasa',
  540200: 'Xigaze',
  540300: 'Qamdo',
  540400: 'Nyingchi',
  540600: 'Nagqu',
  542500: 'Ngari Prefecture',
  650100: 'Urumqi',
  650200: 'Karamay',
  650400: 'Turpan',
  652700: 'Bortala Autonomous Prefecture',
  652800: 'Bayingolin Autonomous Prefecture',
  652900: 'Aksu Prefecture',
  653000: 'Kizilsu Autonomous Prefecture',
  653100: 'Kashgar Prefecture',
  653200: 'Hotan Prefecture',
  654000: 'Ili Autonomous Prefecture',
  654300: 'Altay Prefecture',
}

/** Place names with a character that is read in another way there than elsewhere. */
const readings: Readonly<Record<string, string>> = {
  乐亭: 'Laoting',
  乐清: 'Yueqing',
  乐陵: 'Laoling',
  六合: 'Luhe',
  六安: "Lu'an",
  万柏林: 'Wanbailin',
  单: 'Shan',
  吴堡: 'Wubu',
  大埔: 'Dabu',
  宕昌: 'Tanchang',
  尉犁: 'Yuli',
  曾都: 'Zengdu',
  歙: 'She',
  民乐: 'Minle',
  泌阳: 'Biyang',
  洪洞: 'Hongtong',
  浚: 'Xun',
  涡阳: 'Guoyang',
  珲春: 'Hunchun',
  称多: 'Chenduo',
  穆棱: 'Muling',
  筠连: 'Junlian',
  红寺堡: 'Hongsibu',
  繁峙: 'Fanshi',
  蔚: 'Yu',
  蚌山: 'Bengshan',
  黄陂: 'Huangpi',
}

/** Characters that place names read in one way. */
const characters: Readonly<Record<string, string>> = { 都: 'du', 什: 'shi' }

const peoples = [
  ...['阿昌', '白', '保安', '布依', '布朗', '朝鲜', '达斡尔', '傣', '德昂', '东乡', '侗', '独龙', '鄂伦春', '鄂温克'],
  ...['高山', '仡佬', '哈尼', '哈萨克', '赫哲', '回', '基诺', '京', '景颇', '柯尔克孜', '拉祜', '黎', '傈僳', '珞巴'],
  ...['满', '毛南', '门巴', '蒙古', '苗', '仫佬', '纳西', '怒', '普米', '羌', '撒拉', '畲', '水', '塔吉克', '塔塔尔'],
  ...['土家', '土', '佤', '维吾尔', '乌孜别克', '锡伯', '瑶', '彝', '裕固', '藏', '壮', '各'],
]
const autonomous = new RegExp(`^(.*?)((?:(?:${peoples.join('|')})族?)+)自治(州|县|旗)$`)

const kinds: Readonly<Record<string, string>> = {
  州: 'Autonomous Prefecture',
  地区: 'Prefecture',
  盟: 'League',
  新区: 'New Area',
  林区: 'Forestry District',
  特区: 'Special District',
  矿区: 'Mining District',
  市: '',
  县: 'County',
  区: 'District',
  旗: 'Banner',
}

/** Syllables that begin with a vowel are set apart. @example toPinyin('西安') // "Xi'an" */
function toPinyin(name: string): string {
  const known = readings[name]
  if (known !== undefined) return known
  const syllables = pinyin(name, { toneType: 'none', type: 'array' })
  const read = [...name].map((character, at) => characters[character] ?? syllables[at] ?? '')
  const word = read.map((syllable, at) => (at > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1).replace('üe', 'ue')
}

function toAutonomous(name: string): string | undefined {
  const [, place = '', people = '', kind = ''] = autonomous.exec(name) ?? []
  if (kind === '') return undefined
  return `${toPinyin(place || people.replace(/族$/, ''))} Autonomous ${kind === '州' ? 'Prefecture' : kinds[kind]}`
}

/**
 * English name of a division: the official one where it is not the pinyin of its characters, else pinyin and its kind.
 *
 * @example toEnglishName('130123', '正定县') // 'Zhengding County'
 */
export function toEnglishName(code: string, name: string): string {
  const listed = official[code] ?? toAutonomous(name)
  if (listed !== undefined) return listed
  const [, place = name, kind = ''] = /^(.+?)(地区|新区|(?<=神农架)林区|特区|矿区|[市县区盟旗])$/.exec(name) ?? []
  // A county of one character keeps its kind: 蔚县 is Yuxian County.
  const word = place.length === 1 ? toPinyin(place) + toPinyin(kind).toLowerCase() : toPinyin(place)
  return `${word} ${kinds[kind] ?? ''}`.trim()
}
