import { type Piece, replaceAll } from './piece.ts'

/**
 * Words that a conversion for Taiwan puts in place of the mainland ones, in simplified script, with the word that
 * stood there. Only words that official prose of the mainland does not use itself, or not in that company, are listed.
 */
const words: readonly (readonly [RegExp, string])[] = [
  [
    /(?<=规范性|规范化|政策性?|红头|制发|印发|行政|有效|公开|失效|重要|相关|有关|上级|内部)档案(?!馆|局|管理|室|资源)/g,
    '文件',
  ],
  [/档案(?=解读|清理|精神|库内|通知|公开|发布|印发|名称|编号|起草|备案)/g, '文件'],
  [/入口网站/g, '门户网站'],
  [/网际网路/g, '互联网'],
  [/网路/g, '网络'],
  [/资讯/g, '信息'],
  [/民众/g, '群众'],
  [/透过/g, '通过'],
  [/专案(?!组|审计|督查)/g, '项目'],
  [/程式/g, '程序'],
  [/软体/g, '软件'],
  [/硬体/g, '硬件'],
  [/伺服器/g, '服务器'],
  [/(?<=大|所列|本列|统计)资料(?!室)|资料(?=库|共享平台|开放平台|来源于)/g, '数据'],
  [/影片/g, '视频'],
  [/品质/g, '质量'],
  [/水准/g, '水平'],
  [/最佳化/g, '优化'],
  [/全域性/g, '全局'],
  [/(?<=服务|监管|公开|工作|考核|保障|申请)物件/g, '对象'],
  [/(?<=信息|保密|内容|发布|三级|逐级|严格|合法性)稽核/g, '审核'],
  [/社群(?=居民|矫正|服务|工作|治理|卫生|居委|党|公开栏)/g, '社区'],
  [/使用者/g, '用户'],
  [/视窗/g, '窗口'],
  [/萤幕/g, '屏幕'],
  [/列印/g, '打印'],
  [/登入/g, '登录'],
  [/搜寻/g, '搜索'],
  [/简讯/g, '短信'],
  [/部落格/g, '博客'],
  [/连结/g, '链接'],
  [/人工智慧/g, '人工智能'],
]

/** Puts the mainland words back; to be applied to simplified text of a document in converted script alone. */
export function restoreVocabulary(piece: Piece): Piece {
  return words.reduce((current, [pattern, word]) => replaceAll(current, 'vocabulary', pattern, word), piece)
}
