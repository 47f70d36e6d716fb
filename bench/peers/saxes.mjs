// saxes over the whole file: node saxes.mjs FILE
import {createReadStream} from 'node:fs'
import {SaxesParser} from 'saxes'

const parser = new SaxesParser()
let events = 0
parser.on('closetag', ({name}) => {
  if (name === 'Event') events++
})
for await (const text of createReadStream(process.argv[2], {encoding: 'utf8', highWaterMark: 1 << 20}))
  parser.write(text)
parser.close()
console.log(events)
