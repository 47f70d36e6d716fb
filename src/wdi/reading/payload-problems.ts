import type {TraceEvent} from '../../events/event.js'
import type {Problem} from '../../events/place.js'
import {decodeTlvs} from '../decode.js'

/** Length errors in the exported bytes. */
export function payloadProblems({payload, message, truncated, place}: TraceEvent): Problem[] {
  if (payload === null) return []
  const {problems} = decodeTlvs(payload, {message: message.fullName})
  // A payload that is known to be cut ends inside something; that is no news.
  const news = problems.filter(({code}) => !(truncated && code === 'truncated'))
  return news.map(problem => ({offset: problem.offset, line: place.line, message: problem.message}))
}
