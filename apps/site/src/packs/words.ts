/** A sentence in both languages: who opens an address that is no page yet has not chosen one. */
export interface Both {
  readonly zh: string
  readonly en: string
}

/** What the page for a lost reader says while it brings the page that was asked for, and where it cannot. */
export const words = {
  opening: { zh: '正在打开页面……', en: 'Opening the page…' },
  saving: { zh: '文件正在下载', en: 'The file is being downloaded' },
  closed: { zh: '页面打不开', en: 'The page cannot be opened' },
  noScript: {
    zh: '报告页面合并存放在少数几个文件里，由浏览器的脚本取出；停用脚本时无法打开。全部数据可在“数据”页下载。',
    en: 'Report pages are kept together in a few files, and a script takes them out: without scripts they cannot be opened here. All data can be downloaded from the data page.',
  },
  noWorker: {
    zh: '报告页面合并存放在少数几个文件里，由浏览器的后台脚本（Service Worker）取出。当前浏览器没有提供这项功能：可能是无痕窗口、停用了站点数据，或者网址不是 https 开头。请换一个窗口或浏览器再试。',
    en: 'Report pages are kept together in a few files, and a service worker takes them out. This browser offers none: the window may be a private one, site data may be off, or the address may not begin with https. Please try another window or browser.',
  },
  failed: {
    zh: '页面没有取到。可能是网络中断，或者本站正在更新；请稍后刷新。',
    en: 'The page could not be brought. The network may be down, or this site is being updated; please reload in a while.',
  },
  noRanges: {
    zh: '报告页面合并存放在少数几个文件里，要按字节范围读取，而这台主机总是送来整个文件，所以页面打不开。请告知本站维护者：改用带服务器的发布方式（npm run serve），或者改用普通布局（SITE_LAYOUT=plain）。',
    en: 'Report pages are kept together in a few files, of which parts must be read; this host always sends whole files, so the page cannot be opened. Please tell who runs this site: it needs the server (npm run serve) or the plain layout (SITE_LAYOUT=plain).',
  },
} as const satisfies Readonly<Record<string, Both>>
