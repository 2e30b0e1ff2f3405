/** Code that reads the dataset where it lies. */
export interface Snippet {
  /** Id on the page. */
  readonly id: string
  /** Name of the language or program. */
  readonly name: string
  readonly code: string
}

/** Reports with the most requests, in SQL over the files at an address. */
const toQuery = (address: string) => `select r.agency_name, r.year, q.total as received
from '${address}/requests.parquet' as q
join '${address}/reports.parquet' as r using (report_id)
where q.row_id = 'new_received'
order by received desc nulls last, r.report_id
limit 10`

const toPandas = (address: string) => `import pandas as pd

base = "${address}"
requests = pd.read_parquet(f"{base}/requests.parquet")
reports = pd.read_parquet(f"{base}/reports.parquet", columns=["report_id", "agency_name", "year"])
received = requests[requests["row_id"] == "new_received"].merge(reports, on="report_id")
print(received.nlargest(10, "total")[["agency_name", "year", "total"]])`

const toPolars = (address: string) => `import polars as pl

base = "${address}"
requests = pl.scan_parquet(f"{base}/requests.parquet")
reports = pl.scan_parquet(f"{base}/reports.parquet").select("report_id", "agency_name", "year")
received = requests.filter(pl.col("row_id") == "new_received").join(reports, on="report_id")
print(received.select("agency_name", "year", "total").sort("total", descending=True, nulls_last=True).head(10).collect())`

const toR = (address: string) => `library(duckdb)

con <- dbConnect(duckdb())
dbGetQuery(con, "
${toQuery(address)}
")`

/**
 * The same question in the programs that researchers use: which reports have the most requests.
 *
 * @param address of the folder that holds the files, without a last slash: of the site, or a folder
 */
export const toSnippets = (address: string): readonly Snippet[] => [
  { id: 'duckdb', name: 'DuckDB', code: `${toQuery(address)};` },
  { id: 'pandas', name: 'Python · pandas', code: toPandas(address) },
  { id: 'polars', name: 'Python · Polars', code: toPolars(address) },
  { id: 'r', name: 'R · duckdb', code: toR(address) },
]
