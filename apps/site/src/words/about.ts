import { type Form, formIds, toEditions } from '@gongkai/schema'
import type { Passage } from './passage.ts'

const declared: readonly Form[] = formIds.flatMap(toEditions)
/** The notices that set the forms, newest first, each once. */
const notices = [...new Set(declared.map(({ source }) => source))]
const oldest = declared.map(({ edition }) => edition).toSorted()[0]

/** The about page: what this is, on which law it rests, and how to have something changed. */
export const about: readonly Passage[] = [
  {
    id: 'law',
    heading: { zh: '法律依据', en: 'Legal basis' },
    text: [
      {
        zh: '《中华人民共和国政府信息公开条例》（国务院令第711号）第四十九条规定，县级以上人民政府部门应当在每年1月31日前向本级政府信息公开工作主管部门提交本行政机关上一年度政府信息公开工作年度报告并向社会公布；县级以上地方人民政府的政府信息公开工作主管部门应当在每年3月31日前向社会公布本级政府上一年度政府信息公开工作年度报告。第五十条规定了报告应当包括的内容。',
        en: 'State Council Decree No. 711, the Regulations on Open Government Information, requires departments of governments at county level and above to publish a report on the year before by 31 January (Article 49), and local governments by 31 March. Article 50 lists what a report must contain.',
      },
      {
        zh: `三张表格的格式由${notices.join('、')}规定。本站收录的都是依照上述规定向社会公布的报告，只作整理、核对和汇总。`,
        en: `The form of the three tables was set by notices of the General Office of the State Council (${notices.join(', ')}). Everything here was published under these rules; this site re-sets, checks and adds up.`,
      },
    ],
  },
  {
    id: 'limits',
    heading: { zh: '局限', en: 'Limits' },
    items: [
      {
        zh: '同一报告收到多个版本的，只采用一个：人工核定的优先，其次是本机关网站上的，再次是标明更正的、日期较晚的。报告页列出所有版本和不同之处。',
        en: 'Of several copies of a report one is shown: the one that was reviewed, else one on the body’s own site, then one marked as corrected, then the later. The page of the report lists all of them and what differs.',
      },
      {
        zh: '收录范围取决于所取得的文件，并未涵盖全部机关、全部年度；没有收录不等于没有公布。各地收录情况见[数据质量](/quality/)。',
        en: 'What is held depends on which files were obtained: not every agency, not every year. What is not held may still have been published. See [how good the data are](/quality/).',
      },
      {
        zh: '勾稽关系不符，可能是报告本身有误，也可能是转载或读取有误；请以机关公布的原文为准。',
        en: 'A sum that fails may be the fault of the report, of a copy, or of the reading. The agency’s own page prevails.',
      },
      {
        zh: '申请数量与机关职责、当地人口有关，不宜直接排名比较。',
        en: 'How many requests an agency receives depends on its duties and on the population; raw counts are no ranking.',
      },
      {
        zh: `早于${oldest}年版的报告格式不同，暂不读取。`,
        en: `Reports older than the form of ${oldest} follow another form and are not read yet.`,
      },
    ],
  },
  {
    id: 'privacy',
    heading: { zh: '隐私', en: 'Privacy' },
    text: [
      {
        zh: '本站是静态网页，不设 Cookie，不作统计，不向第三方发出任何请求。报告文字中的个人手机号码、私人邮箱等个人信息已隐去，数据集中也没有。',
        en: 'Static pages: no cookies, no analytics, no request to any third party. Mobile numbers, private mail addresses and other personal data in the reports are redacted, in the dataset as well.',
      },
      {
        zh: '领导小组成员和落款署名的人以公职身份出现，履行的是公共职务，姓名予以保留；经办人、联系人、申请人等的姓名隐去。单位的办公电话和地址也保留。',
        en: 'Members of a leading group (领导小组) and those who sign a report appear in it as holders of public office; their names stay. Names of contact persons, of those who handle a file and of applicants are redacted. Telephones and addresses of offices stay.',
      },
    ],
  },
  {
    id: 'takedown',
    heading: { zh: '更正与撤下', en: 'Corrections and takedown' },
    text: [
      {
        zh: '发现读取有误、原文已更正或者撤回、页面含有不应公开的个人信息的，请告知本站维护者，并附报告编号和行号（报告编号见每个报告页的“下载与引用”一节）。',
        en: 'If something was misread, if the agency has corrected or withdrawn a report, or if a page shows personal data, tell the maintainers of this site. Give the report id, printed on each report page under “Download and cite”, and the line number.',
      },
    ],
    items: [
      {
        zh: '读取有误的，核对原文后更正读取方法，下一次构建时全站一并更新；报告中印出的数字不作改动。',
        en: 'Misread: after a look at the source the reading is corrected, and the next build corrects every page. Printed numbers are never changed.',
      },
      {
        zh: '机关已更正的，收录更正后的版本，并注明。',
        en: 'Corrected by the agency: the corrected version is added and marked.',
      },
      {
        zh: '涉及个人信息或者依法不应公开的，先撤下，后核实。',
        en: 'Personal data, or what the law forbids to publish: it is taken down first and examined afterwards.',
      },
    ],
  },
  {
    id: 'licence',
    heading: { zh: '使用许可', en: 'Licence' },
    text: [
      {
        zh: '数据按 CC BY 4.0 许可使用，注明出处即可，见[数据下载](/data/)；程序按 MIT 许可使用。报告原文是各机关公开发布的文件，权利归发布机关。',
        en: 'The dataset is licensed under CC BY 4.0: use it freely and say where it is from; see [the data page](/data/). The code is under the MIT licence. The reports themselves remain public documents of their publishers.',
      },
    ],
  },
]
