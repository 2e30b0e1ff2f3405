import type { Identity } from '@gongkai/schema'

/** Whose figures a sentence gives, compared with whose the tables give. */
export type Scope = 'own' | 'other' | undefined

/** Words by which a body speaks of itself. */
const self =
  /[我本](?:局|厅|委|办|镇|乡|街道|区|县|市|省|州|旗|盟|单位|机关|部门|中心|院|所|队|部|行政机关|(?<![省市区县州旗府镇]本)级)/g
const area = /全[省市县区州旗盟镇乡](?!面|域)|各级(?:行政)?机关|各级各部门|各地各部门/g
const bodies =
  /[\u4e00-\u9fa5]{0,10}?(?:[省市区县州旗](?:人民)?(?:政府)?本级|政府办公室|政府办公厅|政府办|办公室|办公厅|委员会|管委会|人民政府|[区县市省镇乡州旗]政府(?!信息|网|公报|采购)|街道办事处|街道办|[市区县省州旗信水林安城源改育务利村境输法计保急理健访管游旅草象社建技政事障文科教]局|[市区县省州旗]直|各部门|各单位|各乡镇|各镇|各街道|各县|各区|乡镇|镇街|街道(?!办)|部门|下属|所属|直属|基层|系统|事业单位|[局委厅]属)/g

interface Mention {
  readonly at: number
  readonly scope: 'own' | 'other'
}

/** Scope of the last body that a text names before a figure. */
export function findScope(text: string, identity: Pick<Identity, 'agencyName' | 'scope'>): Scope {
  const mentions: Mention[] = []
  for (const match of text.matchAll(bodies)) {
    mentions.push({ at: match.index + match[0].length, scope: isOwn(match[0], identity.agencyName) ? 'own' : 'other' })
  }
  for (const match of text.matchAll(area)) {
    mentions.push({ at: match.index + match[0].length, scope: isArea(identity) ? 'own' : 'other' })
  }
  for (const match of text.matchAll(self)) {
    mentions.push({ at: match.index + match[0].length, scope: isSelf(match[0], identity) ? 'own' : 'other' })
  }
  return mentions.sort((a, b) => a.at - b.at).at(-1)?.scope
}

/** 我区 is not the figure of one bureau of the district, and 本级 not that of the whole district. */
function isSelf(word: string, { agencyName, scope }: Pick<Identity, 'agencyName' | 'scope'>): boolean {
  if (word.endsWith('级')) return !isArea({ agencyName, scope })
  if (!/[区县市省州旗盟]$/.test(word)) return true
  return agencyName === null || isArea({ agencyName, scope })
}

/** Whether the tables are those of a government, which count its whole area. */
const isArea = ({ agencyName, scope }: Pick<Identity, 'agencyName' | 'scope'>): boolean =>
  scope === 'area' || /(?:政府|管理委员会|管委会)$/.test(agencyName ?? '')

/** Whether a name or its short form is the agency's: 区住建局 is a subsequence of 某市某区住房和城乡建设局. */
function isOwn(mention: string, agency: string | null): boolean {
  if (agency === null) return false
  const name = mention.replace(/^.*(?:年度?|全|以来|期间|由|向|经|在|是|对|与|和|及|其中)/, '')
  let at = 0
  for (const character of name) {
    at = agency.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return name !== ''
}
