/** Surnames of one character; those that are oftener another word (和, 公, 能, 经) are left out. */
const surnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅卞齐康伍余卜顾孟平黄穆萧肖尹姚邵湛汪祁毛禹狄米贝明臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯昝管卢莫房裘缪解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊惠甄曲封芮储靳汲邴糜松段富巫乌焦巴牧隗谷车侯宓蓬郗班仰秋仲伊宫宁仇栾甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀郏浦尚农温庄晏柴瞿阎慕连茹习宦艾鱼向古易戈廖庾衡耿满匡寇阙殳沃蔚隆巩厍聂晁敖冷訾辛阚饶曾沙鞠丰关蒯查荆红游竺覃佟仝苟付代岳帅缑亓尧占冼麦揭植丘阳么晋原展战矫鹿楚佘粟迟宛兰练涂敬郇冶牟闫闰强'
const compounds =
  '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|呼延|轩辕|百里|东郭|南门|西门|拓跋|爱新觉罗'

/** Words that begin like a name. */
const words = new Set(
  '方便 方式 方面 方案 方法 方向 高效 高度 高新 高校 高质 高中 周边 周期 周年 周一 周五 时间 时限 时效 时期 时候 时事 常见 常态 常规 常住 常务 平台 平均 平安 平时 平方 平面 安全 安排 安徽 安康 安阳 安庆 安置 安装 万元 万件 万人 万份 万宁 万余 万条 金额 金融 金华 程序 程度 任务 任何 任职 任免 解释 解决 解读 解答 应急 应用 应诉 应当 应该 应予 应对 施工 施行 项目 项次 党委 党组 党建 党政 党员 党校 党群 成立 成员 成果 成效 成都 成本 成文 农业 农村 农民 农牧 路径 路口 马上 江苏 江西 江南 江北 江门 宁夏 宁波 宁德 云南 云浮 温州 温馨 石油 单位 单独 单项 单一 车辆 车站 车管 田地 田间 林业 林地 林场 林草 花园 华夏 华东 华南 华侨 丰富 强化 强制 强调 强烈 强国 关于 关键 关系 关注 关闭 关切 关心 关爱 向来 应急 查实 江河 平等 高级 钱款 许诺 成因 方才 安心 安居 明晰 温暖 路灯 康养 单据 全体 程控 任期 管线 车位 施救 苗木 房价 谈话 申办 申明 申购 时段 阳台 伏天 卫健 常务 季节 祝愿 金钱 古城 白天 白银 沙漠 池州 景区 景观 明确 明显 明细 明白 明年 原则 原因 原件 原有 原告 原始 原文 荆州 徐州 扬州 谢谢 韩国 管理 管辖 管委 管控 司法 史志 包括 包含 包装 索引 索取 成功 申请 申报 申诉 申领 符合 符号 毕节 毕业 代表 代码 代理 代办 于是 向上 连续 连接 查询 查看 查处 查阅 查找 章程 余项 余件 余条 易于 易懂 编辑 宣传 宣布 宣讲 满意 满足 许可 许多 何时 何种 左右 左侧 富民 寿命 边境 边界 晋升 展示 展开 战略 战线 红色 红旗 游客 游泳 武汉 武装 乐山 郑州 梅州 柳州 常州 常德 龙岩 邢台 阳江 阳光 黄山 黄石 黄冈 毛利 洪水 席位 季度 钟点 雷电 汤池 严格 严重 严禁 严肃 康复 康养 米饭 齐全 和谐 司机 尚未 尚不 尚无 秋季 夏季 夏天 习惯 曾经 牧业 隆重 桑树 祖国 班子 班组 储备 滑坡 段落 松散 盛大 梁平 海南 童年 蓝天 舒适 纪委 纪检 纪要 宋体 祝贺 房屋 房产 房管 柏油 卫生 卫健 卫星 花费 费用 廉政 廉洁 麻烦 危险 危房 危及 危害 颜色 莫名 宗教 宗旨 封面 曲线 焦点 谷物 车牌 甘肃 厉行 宿州 怀化 怀疑 赖以 卓越 蒙古 贡献 劳动 劳务 宰杀 桂林 牛羊 燕山 冀州 浦东 温度 慕名 茹素 艾滋 鱼类 古代 衡阳 衡水 寇准 阙如 沃土 蔚县 巩固 冷库 辛苦 饶平 曾任 沙县 兰州 练习 敬老 敬请 付款 代为 岳阳 占比 占用 麦田 植物 植保 丘陵 么么 原定 战胜 楚雄 迟到 粟米 宫殿 强弱 牟利 居民 市民 村民 公民 公众 群众'.split(
    ' ',
  ),
)

/** What bodies, places and posts end or consist of. */
const body =
  /[局委办处科室部院站厅省市县区州镇乡村街旗盟]|中心|政府|街道|会$|所$|组$|队$|股$|窗口|本网|网站|公司|学校|公开|信息|电话|手机|邮箱|单位|人员|员$|政务|热线|地址|传真|小组|先生|女士/
/** What words of three characters end in. */
const wordEnd = /^..[号书表件率案数者性化类量期线级型式度法力品款用下上内外]$/u
/** Characters that hold a sentence together; a name inside running text has none of them. */
const joining = /[的了是在与或及我你他她它们这那其此不未已将被把对从按据依由所本各该等件条项次份号时]/

const titles =
  '先生|女士|同志|小姐|老师|师傅|主任|科长|处长|局长|股长|所长|站长|镇长|乡长|县长|秘书长?|律师|工程师|经理|副?[主科处局股][任长]'
const title = new RegExp(`(?:${titles}|工)$`)
const surname = new RegExp(`^(?:(?:${compounds})\\p{Script=Han}{1,2}|[${surnames}]\\p{Script=Han}{1,2})$`, 'u')
const called = new RegExp(`^(?:[小老阿][${surnames}]|[${surnames}](?:总|工|局|主任))$`, 'u')
const titledAlone = new RegExp(`^(?:[${surnames}]|${compounds})(?:${titles}|工|总)$`, 'u')

/** Whether a text that stands alone is the name of a person, by its surname: 沈知秋, 闻人月, 小沈, 沈某, 沈女士. */
export function isPerson(text: string): boolean {
  const bare = text.replace(/\s/g, '')
  // 王某 is nobody's name.
  if (bare.includes('某')) return false
  if (called.test(bare) || titledAlone.test(bare)) return true
  const name = bare.replace(title, '')
  if (/^\p{Script=Han}{2,4}(?:[·•・]\p{Script=Han}{2,8}){1,2}$/u.test(name)) return !body.test(name)
  return (
    surname.test(name) && !body.test(name) && !words.has(name) && !(wordEnd.test(name) && words.has(name.slice(0, 2)))
  )
}

/** The same inside a sentence, where no sign stands around the name. */
const isPersonInText = (text: string): boolean =>
  isPerson(text) &&
  (called.test(text) || !(joining.test(text.slice(1)) || words.has(text.slice(0, 2)) || /^[于时应向关]/.test(text)))

const isCompound = new RegExp(`^(?:${compounds})`)
const isNameOf = (text: string, length: number): boolean =>
  text.length === length && (length < 4 || isCompound.test(text)) && isPersonInText(text)

/** The longest name that a text of Chinese characters ends in. */
export const toLastPerson = (text: string): string | undefined =>
  [4, 3, 2].map((length) => text.slice(-length)).find((name, i) => isNameOf(name, 4 - i))

/** The longest name that a text of Chinese characters begins with, before what may go on behind a name. */
export const toFirstPerson = (text: string, goesOn: RegExp): string | undefined =>
  [4, 3, 2]
    .map((length) => text.slice(0, length))
    .find((name, i) => isNameOf(name, 4 - i) && goesOn.test(text.slice(name.length)))

/** Whether the last words of a text are a name: `王某 `, `沈知秋：`. */
export function endsInPerson(text: string): boolean {
  const run = /(\p{Script=Han}{1,8})[\s(:,-]{0,3}$/u.exec(text.slice(-12))?.[1] ?? ''
  return isPerson(run) || /某{1,2}$/.test(run)
}
