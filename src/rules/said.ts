import {eventSpec, type HostProvider} from '../autoconfig/event-tables.js'
import type {TraceEvent} from '../events/event.js'
import {recordName} from './record-name.js'

/** Markup, JSON and numbered blocks: all records begin with the same line. */
const SAYS_NOTHING = /^\s*(?:[<{]|Event ?\[\d+\])/
/** Fields that are the same for all events of a connection, or of a log. */
const DROPPED: ReadonlySet<string> = new Set(['connection', 'profile', 'mode', 'level'])

/** What a record says, where its first line does not tell: `TASK_ROAM PortId=1 …`. null: the line tells. */
export function said(event: TraceEvent): string | null {
  if (!SAYS_NOTHING.test(event.text)) return null
  const {port, transactionId, status, fields} = event
  const values = [
    ...(port === null ? [] : [`PortId=${port}`]),
    ...(transactionId === null ? [] : [`TransactionId=${transactionId}`]),
    ...(status === null ? [] : [`Status=0x${(status >>> 0).toString(16).padStart(8, '0')}`]),
    ...Object.entries(fields)
      .filter(([name]) => !DROPPED.has(name))
      .map(([name, all]) => `${name}=${all.join(',')}`),
  ]
  return [recordName(event) + title(event), ...values].join(' ')
}

/** What Windows calls its event: the first line of its English text. */
function title({step, message: {name}}: TraceEvent): string {
  const [, provider = 'WLAN', id] = (step === 'LOG' ? /^(?:([A-Z]+)-)?(\d+)$/.exec(name) : null) ?? []
  const [line = ''] = (id === undefined ? '' : (eventSpec(provider as HostProvider, Number(id))?.text ?? '')).split(
    '\n',
  )
  return line === '' || line.includes('%') ? '' : ` ${line.replace(/\.$/, ':')}`
}
