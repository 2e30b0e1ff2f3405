import { applyEdits, type Piece } from './piece.ts'

/** Words of advertising that no report contains: gambling, streaming, application downloads. */
const advertising =
  /一区二区|二区三区|无码|人妻|精品资源|免费高清|高清.{0,6}在线|在线播放|在线观看|彩金|平台官网|官网登录|登录入口|备用网址|手机客户端注册|最新版下载|app平台|app下载|体彩|六合彩|棋牌|电竞|真人娱乐|娱乐城|博彩|赌场|澳门新|老虎机|百家乐|k8官网|开户送|亚洲.{0,4}(?:日韩|综合|欧美)|久久(?:久|综合|精品|热)|日韩.{0,4}(?:精品|欧美)|成人(?:网站|视频|影院)|(?:足球|篮球).{0,4}(?:直播|投注|竞猜)|投注(?:网|平台)|在线(?:投注|博彩|娱乐)|下注/i

/** A brand set off behind the title, as in `… 年度报告 -某某app平台`. */
const tail = /\s*[-_|—]\s*[^-_|—]{0,30}$/

/** Page furniture that belongs to no report. */
const furniture =
  /^(?:热搜[:：]?|网站地图.{0,20}|【?关闭窗口】?|【?打印(?:本页)?】?|扫一扫.{0,20}|分享(?:到|至)?[:：]?.{0,10}|相关(?:解读|政策|稿件|文章|链接)[:：]?|字[体号][:：]?.{0,12}|【打印】\s*【字体[:：]?.{0,10}|.{0,6}返回(?:顶部|首页)|收藏(?:本页)?|无障碍(?:浏览|阅读)?|(?:点击)?收听.{0,12}|(?:点击)?.{0,8}语音(?:朗读|播报)|(?:文件)?已失效|文件已(?:失效|废止)|【?打印(?:本页)?】?\s*【?关闭(?:本页|窗口)?】?|(?:上|下)一[篇条][:：].{0,36}|版权所有.{0,30}|技术支持[:：]?.{0,20}|关于我们|联系我们|设为首页|加入收藏|(?:首页|登录|注册|无障碍|长者(?:模式|版)|繁體|简体)|今天是\d{4}年.{0,12})$/

/** Whether a line is advertising as a whole. */
export function isSpam(text: string): boolean {
  return advertising.test(text) && !/(?:政府信息公开|信息公开).{0,12}(?:报告|年报)/.test(text)
}

/** Whether a line is page furniture: buttons, site maps, today's date. */
export function isFurniture(text: string): boolean {
  return text.length <= 40 && furniture.test(text.trim())
}

/** Cuts advertising off the end of a title; the rest stays. */
export function cutSpamTail(piece: Piece): Piece {
  if (!advertising.test(piece.text)) return piece
  const match = tail.exec(piece.text)
  if (!match || !advertising.test(match[0])) return piece
  return applyEdits(piece, 'mirror', [{ start: match.index, end: piece.text.length, replacement: '' }])
}
