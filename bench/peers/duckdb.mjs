// DuckDB's read_csv with a filter: node duckdb.mjs FILE; DUCKDB names a folder with @duckdb/node-api
import {createRequire} from 'node:module'
import {join} from 'node:path'

const {DuckDBInstance} = createRequire(join(process.env.DUCKDB, 'x.js'))('@duckdb/node-api')
const connection = await (await DuckDBInstance.create()).connect()
const result = await connection.runAndReadAll(
  `select count(*) from read_csv('${process.argv[2]}', ignore_errors = true) where regexp_matches("Message", 'OID_WDI_|WDI_TASK_|NDIS_STATUS_WDI_INDICATION_|WDI_INDICATION_')`,
)
console.log(String(result.getRows()[0][0]))
