import {SYSTEM_PID} from './export-record.js'
import type {Exporter} from './exporter.js'
import {plan} from './plan.js'
import {recordIds} from './record-ids.js'
import {isoStamp} from './stamp.js'
import {LOST_EVENT_TYPE} from './trace-classes.js'
import {xmlText} from './xml-text.js'

const NAMESPACE = 'http://schemas.microsoft.com/win/2004/08/events/event'
const DIGITS = 9

/** wevtutil qe /f:RenderedXml: single quotes, one line an event, no root (formats.md 4.1). */
export const eventXml: Exporter = {
  id: 'event-xml',
  title: 'event log XML',
  places: {stepNs: 1, cpu: false, activity: true, lostEvents: false, lostBuffers: false},
  *render(trace) {
    const {records} = plan(trace, this.places)
    const ids = recordIds(records)
    for (const [index, record] of records.entries()) {
      const {at, tid, activity, provider, text} = record
      const correlation = activity === null ? '<Correlation/>' : `<Correlation ActivityID='${activity}'/>`
      yield `<Event xmlns='${NAMESPACE}'><System><Provider Name='${xmlText(provider)}'/>` +
        `<EventID>${record.kind === 'loss' ? LOST_EVENT_TYPE : 0}</EventID><Version>0</Version><Level>4</Level><Task>0</Task>` +
        `<Opcode>0</Opcode><Keywords>0x0</Keywords><TimeCreated SystemTime='${isoStamp(at, DIGITS)}'/>` +
        `<EventRecordID>${ids[index]}</EventRecordID>${correlation}` +
        `<Execution ProcessID='${SYSTEM_PID}' ThreadID='${tid}'/><Channel>roamscope</Channel><Computer>host</Computer>` +
        `<Security/></System><RenderingInfo Culture='en-US'><Message>${xmlText(text)}</Message></RenderingInfo></Event>\r\n`
    }
  },
}
