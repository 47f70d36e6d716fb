// csv-parse over every row: node csv-parse.mjs FILE [tracerpt]
import {createReadStream} from 'node:fs'
import {parse} from 'csv-parse'

const [file, kind] = process.argv.slice(2)
const options =
  kind === 'tracerpt'
    ? {trim: true, relax_column_count: true, relax_quotes: true}
    : {columns: true, relax_column_count: true}
let rows = 0
for await (const _ of createReadStream(file).pipe(parse({bom: true, ...options}))) rows++
console.log(rows)
