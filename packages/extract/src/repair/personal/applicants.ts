import { findAll } from '../../text/find-all.ts'
import { isPerson, toFirstPerson, toLastPerson } from './persons.ts'
import type { Range } from './ranges.ts'

/** What stands behind the name of an applicant or plaintiff, and whether it tells a name whatever stands in front. */
const triggers: readonly (readonly [trigger: RegExp, isCalled: boolean])[] = [
  [/(?:女士|先生|小姐)(?!们)/g, true],
  [
    /(?<![起投上申应被控告反败胜撤公自提])(?:诉|状告|起诉|不服|与)(?=我[局委办厅市县区镇省]|本[局委办机]|原?\p{Script=Han}{1,10}(?:局|政府|委员会|办事处|厅|街道|公安|管委会))/gu,
    false,
  ],
  [/申请|(?:作出|出具)?答复|送达|寄送/g, false],
  [
    /的(?:政府信息|信息公开|依申请|公开申请|申请|书面|网上|来信|来电|来访|投诉|举报|诉求)|(?:提出|提交|递交|寄来|申请公开|申请获取|就|关于)(?=[^。;]{0,24}(?:申请|复议|诉讼|诉求))/gu,
    false,
  ],
]
const applicant =
  /(申请人|当事人|原告人?|上诉人|起诉人|投诉人|举报人|信访人|公民|市民|村民|居民|群众|网民|律师|业主)(?:姓名|为|是|[:：(（“"\s]){0,3}(\p{Script=Han}{2,14})/gu
/** What may stand behind the name of an applicant. */
const goesOn =
  /^(?:$|[向的对就因于以在与等诉来通已为是称系住和及要认提申不自将曾从]|先生|女士|同志|小姐|本人|一案|请求|邮寄|当面|递交|反映|寄)/
const hintOfApplicant =
  /女士|先生|小姐|[诉告服与]|申请|原告|公民|[市村居]民|当事|投诉|举报|信访|律师|业主|来[信电访]|送达|寄送|答复/
/** The same behind a word that stands for people at large: 群众关切 names nobody. */
const goesOnAtOnce = new RegExp(goesOn.source.replace('$|', ''))
/** Names that history books have as well. */
const historic = /^(?:孙?中山|近平|习近平|毛泽东|邓小平|鲁迅)$/

/** Names of applicants and plaintiffs: X女士, 申请人X向…, X诉我局, 收到X的申请. */
export function findApplicants(flat: string): readonly Range[] {
  if (!hintOfApplicant.test(flat)) return []
  const led = triggers.flatMap(([trigger, isCalled]) =>
    findAll(flat, trigger).flatMap(({ index }) => {
      const found = /[\p{Script=Han}·•・]+$/u.exec(flat.slice(Math.max(0, index - 16), index))?.[0] ?? ''
      const name = isPerson(found) ? found : toLedPerson(found, isCalled)
      return name && !historic.test(name) ? [{ start: index - name.length, end: index }] : []
    }),
  )
  const named = findAll(flat, applicant).flatMap((match) => {
    const [, role = '', text = ''] = match
    const start = match.index + match[0].length - text.length
    const person =
      isPerson(text) && /[人告]$/.test(role) ? text : toFirstPerson(text, /[人告]$/.test(role) ? goesOn : goesOnAtOnce)
    return person ? [{ start, end: start + person.length }] : []
  })
  return [...led, ...named]
}

const leads =
  /(?:收到|受理|答复|驳回|维持|办理|处理|[对向为给与由就将因]|关于|申请人|原告|公民|市民|村民|居民|群众|律师|当事人|事务所|公司)$/

/** The name at the end of a text; a name needs a word in front that leads to it, unless an honorific is behind. */
function toLedPerson(text: string, isCalled: boolean): string | undefined {
  const last = toLastPerson(text)
  if (last === undefined) return undefined
  const shorter = toLastPerson(last.slice(1))
  const isLed = (one: string) => leads.test(text.slice(0, -one.length))
  if (shorter && isLed(shorter) && !isLed(last)) return shorter
  return isCalled || isLed(last) ? last : undefined
}
