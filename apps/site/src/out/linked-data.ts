import type { DatasetFile } from '../data/files.ts'
import type { ReportView } from '../report/read-report.ts'
import { href, toSafeUrl } from '../site/href.ts'
import { toAgencyName, toReportName } from '../words/report-names.ts'
import { toFileKind } from './media-types.ts'

type Node = Readonly<Record<string, unknown>>

const licence = 'https://creativecommons.org/licenses/by/4.0/'
const publisher = { '@type': 'Organization', name: 'Gongkai' }

/** JSON that may stand inside a `script` element: no `<`, so nothing in a title can close it. */
export const toScriptText = (value: Node): string => JSON.stringify(value).replaceAll('<', '\\u003c')

const toAddress = (path: string, site: URL | undefined): string => (site ? new URL(href(path), site).href : href(path))

function toDistribution({ name, size, sha256, isSummed }: DatasetFile, site: URL | undefined): Node {
  return {
    '@type': 'DataDownload',
    name,
    contentUrl: toAddress(`/dataset/${name}`, site),
    encodingFormat: toFileKind(name).mediaType,
    ...(isSummed && { contentSize: `${size} B`, sha256 }),
  }
}

/**
 * The dataset as schema.org describes one.
 *
 * @param years report years held, newest first
 * @param version data version, if there is one
 * @param site where the site is published, if the builder said so; addresses are relative otherwise
 */
export function toDatasetLd(
  files: readonly DatasetFile[],
  years: readonly number[],
  version: string | undefined,
  site: URL | undefined,
): Node {
  const [last, first] = [years.at(0), years.at(-1)]
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    name: '政府信息公开年度报告数据',
    alternateName: 'Chinese government information disclosure reports',
    description:
      '政府信息公开工作年度报告的三张法定表格、正文、勾稽关系核对结果，逐格附状态与出处。 The statutory tables of yearly disclosure reports, cell by cell, with state, source line and checked sums.',
    license: licence,
    isAccessibleForFree: true,
    inLanguage: ['zh-Hans', 'en'],
    creator: publisher,
    spatialCoverage: { '@type': 'Place', name: 'China' },
    url: toAddress('/data/', site),
    ...(version && { version }),
    ...(first !== undefined && { temporalCoverage: `${first}-01-01/${last}-12-31` }),
    distribution: files.map((file) => toDistribution(file, site)),
  }
}

/** A report as schema.org describes one. */
export function toReportLd({ report, document }: ReportView, path: string, site: URL | undefined): Node {
  const source = toSafeUrl(document?.source_url ?? null)
  return {
    '@context': 'https://schema.org/',
    '@type': 'Report',
    name: report.title ?? toReportName(report),
    identifier: report.report_id,
    inLanguage: 'zh-Hans',
    url: toAddress(path, site),
    author: { '@type': 'GovernmentOrganization', name: toAgencyName(report) },
    ...(report.year !== null && { temporalCoverage: `${report.year}-01-01/${report.year}-12-31` }),
    ...((report.published_on ?? report.signed_on) && { datePublished: report.published_on ?? report.signed_on }),
    ...(source && { isBasedOn: source }),
    isPartOf: {
      '@type': 'Dataset',
      name: '政府信息公开年度报告数据',
      license: licence,
      url: toAddress('/data/', site),
    },
  }
}
