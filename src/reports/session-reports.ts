import {jsonList} from './json.js'
import {safeJson} from './printable.js'
import type {Report} from './report.js'
import {filteredSessions, type SessionFilter} from './session-list.js'
import {sessionShape} from './shape.js'
import {sessionScreen} from './text/session-screen.js'

/** The formats of `sessions`, for a filter. */
export function sessionReports(filter: SessionFilter): readonly [Report, ...Report[]] {
  return [
    {
      id: 'text',
      title: 'a table for people',
      each: {open: '', between: '\n', close: ''},
      render: (analysis, options) => sessionScreen(analysis, filteredSessions(analysis, filter), options),
    },
    {
      id: 'json',
      title: 'JSON, an array of sessions',
      each: {open: '[\n', between: ',\n', close: '\n]\n'},
      *render(analysis, {capture}) {
        yield* jsonList(filteredSessions(analysis, filter), sessionShape)
        if (capture === null) yield '\n'
      },
    },
    {
      id: 'ndjson',
      title: 'NDJSON, a session a line',
      each: {open: '', between: '', close: ''},
      *render(analysis, {capture}) {
        for (const session of filteredSessions(analysis, filter)) {
          const facts = {type: 'session', ...(capture === null ? {} : {capture}), ...sessionShape(session)}
          yield `${safeJson(facts)}\n`
        }
      },
    },
  ]
}
