import type {Parser} from '../parser.js'

/** Past the declaration and comments: the first element tells. */
const ROOT = /^(?:\s|<\?[^>]{0,500}\?>|<!--[\s\S]{0,2000}?-->){0,20}<TextAnalysisTool\.NET[\s>/]/

/** Filters of TextAnalysisTool.NET (formats.md 6): no trace, so nothing is read of it but what it is. */
export const tat: Parser = {
  id: 'tat',
  title: 'filters of TextAnalysisTool.NET',
  sniff: head => (ROOT.test(head) ? 1 : 0),
  start(sink) {
    sink.problem({
      line: 0,
      offset: 0,
      message:
        'This file holds filters of TextAnalysisTool.NET and no trace: name the trace that they are for, and use them with roamscope events --tat FILE.',
    })
    return {text: () => {}, end: () => {}}
  },
}
