import type {TraceRecord} from '../../events/record.js'
import type {ByteLength, FormatId, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import {type JsonMembers, readObject} from './json-value.js'
import {type JsonObject, ObjectSplitter} from './object-splitter.js'

/** Makes records of the objects of one input; null: this object is none. */
export type ObjectReader = (members: JsonMembers, object: JsonObject) => TraceRecord | null

/** A format whose records are JSON objects: in an array, one a line, or one alone. */
export function jsonParser(
  id: FormatId,
  title: string,
  sniff: (head: string) => number,
  reader: (sink: RecordSink, options: ParseOptions, head: string) => ObjectReader,
): Parser {
  return {
    id,
    title,
    sniff: head => (/^[\s\ufeff]*(?:\[\s*)?\{\s*"/.test(head) ? sniff(head) : 0),
    start: (sink, options, bytes, head) => run(sink, bytes, reader(sink, options, head)),
  }
}

function run(sink: RecordSink, bytes: ByteLength, read: ObjectReader): ParserRun {
  function take(object: JsonObject): void {
    const members = readObject(object.json)
    const record = members === null ? null : read(members, object)
    if (record === null) {
      const why = members === null ? 'is no valid JSON' : 'holds no event'
      sink.problem({line: object.line, offset: object.offset, message: `This object ${why}: it was left out.`})
    } else sink.record(record)
  }
  return new ObjectSplitter(bytes, take, problem => sink.problem(problem))
}
