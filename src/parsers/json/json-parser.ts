import type {TraceRecord} from '../../events/record.js'
import type {ByteLength, FormatId, ParseOptions, Parser, ParserRun, RecordSink} from '../parser.js'
import type {JsonLayout} from '../scan/layouts.js'
import type {Own} from '../scan/wanted.js'
import {type JsonMembers, readObject} from './json-value.js'
import {type JsonObject, ObjectSplitter} from './object-splitter.js'

/** Makes records of the objects of one input. */
export interface ObjectReader {
  /** null: this object is no event. */
  read(members: JsonMembers, object: JsonObject): TraceRecord | null
  /** What the events look like: the same object as long as it holds. null: not known yet. */
  layout(): JsonLayout | null
}

/** A format whose records are JSON objects: in an array, one a line, or one alone. */
export function jsonParser(
  id: FormatId,
  title: string,
  sniff: (head: string) => number,
  own: Own,
  reader: (sink: RecordSink, options: ParseOptions, head: string) => ObjectReader,
): Parser {
  return {
    id,
    title,
    sniff: head => (/^[\s\ufeff]*(?:\[\s*)?\{\s*"/.test(head) ? sniff(head) : 0),
    start: (sink, options, bytes, head) => run(sink, bytes, own, reader(sink, options, head)),
  }
}

function run(sink: RecordSink, bytes: ByteLength, own: Own, reader: ObjectReader): ParserRun {
  function take(object: JsonObject): void {
    const members = readObject(object.json)
    const record = members === null ? null : reader.read(members, object)
    if (record === null) {
      const why = members === null ? 'is no valid JSON' : 'holds no event'
      sink.problem({line: object.line, offset: object.offset, message: `This object ${why}: it was left out.`})
    } else sink.record(record)
  }
  const objects = new ObjectSplitter(bytes, take, problem => sink.problem(problem))
  return {
    text: chunk => objects.text(chunk),
    end: () => objects.end(),
    skim: {
      kind: 'json',
      own,
      layout: () => (objects.settled ? reader.layout() : null),
      pass(passed) {
        sink.passed(passed)
        objects.jump(passed.line, passed.offset)
      },
    },
  }
}
