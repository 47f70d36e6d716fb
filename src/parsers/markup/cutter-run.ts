import type {ParserRun, RecordSink} from '../parser.js'
import type {ObjectLayout} from '../scan/layouts.js'
import type {Own} from '../scan/wanted.js'
import type {ElementCutter} from './element-cutter.js'

/** A run of which the elements that nobody wants are passed over. `layouts` knows what the others look like. */
export function cutterRun(
  cutter: ElementCutter,
  sink: RecordSink,
  kind: 'objects' | 'tags',
  own: Own,
  layouts: {readonly latest: ObjectLayout | null},
): ParserRun {
  return {
    text: chunk => cutter.text(chunk),
    end: () => cutter.end(),
    skim: {
      kind,
      own,
      layout: () => (cutter.settled ? layouts.latest : null),
      pass(passed) {
        sink.passed(passed)
        cutter.jump(passed.line, passed.offset)
      },
    },
  }
}
