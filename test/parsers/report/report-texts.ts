/** A FILETIME of a UTC time such as `2024-03-10T09:59:30Z`, with 1,234.5 µs more. */
export function filetime(utc: string): string {
  return String((BigInt(Date.parse(utc)) + 11_644_473_600_000n) * 10_000n + 12_345n)
}

export const GUID = '1f3a169d-441b-4436-a8f1-f9294fb07891'

/** One event of the tables. */
export interface Row {
  readonly uid: number | string
  readonly id: number
  readonly time: string
  readonly type?: string
  readonly error?: boolean
  readonly message?: string
}

export const wlanEvent = ({uid, id, time, type = 'wlan ', error = false, message = 'm'}: Row) =>
  [
    `      <WlanEvent type="${type}" error="${error ? 1 : 0}">`,
    `        <UID>${uid}</UID>`,
    `        <EventID>${id}</EventID>`,
    '        <EventLevel>4</EventLevel>',
    `        <EventTime>${time}</EventTime>`,
    `        <EventMessage>${message}</EventMessage>`,
    '      </WlanEvent>',
  ].join('\n')

export const snapshot = (type: string, time: string, uid: number | string, error = 0) =>
  [
    '    <Session>',
    `    <EventType>${type}</EventType>`,
    `<EventError>${error}</EventError><EventTime>${time}</EventTime>`,
    '<EventMessage>s</EventMessage>',
    '<EventSSID>Net</EventSSID>',
    `<CorrespondingEvent>${uid}</CorrespondingEvent>`,
    '    </Session>',
  ].join('\n')

export const report = (events: readonly string[], snapshots: readonly string[] = [], between = '') =>
  [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<WlanReport>',
    '  <SessionSnapshot>',
    ...snapshots,
    '  </SessionSnapshot>',
    between,
    '  <WlanEvents>',
    `    <WlanSession success="1" guid="${GUID}" interface="Card &amp; Co" mode="m" profile="P" ssid="S" bss="Infrastructure" >`,
    ...events,
    '    </WlanSession>',
    '  </WlanEvents>',
    '</WlanReport>',
    '',
  ].join('\n')

const escapeHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>')

export const htmlRow = ({uid, id, time, type = 'wlan ', error = false, message = 'm'}: Row) =>
  [
    `<tr class="${error ? '\n          error\n        ' : type}">`,
    `<td>${id}<a id="${uid}"></a></td>`,
    `<td>${time}</td>`,
    '<td>',
    `<div class="message"><span class="expand-btn">[+]</span><span class="message-body">${escapeHtml(message)}</span></div>`,
    '</td>',
    '</tr>',
  ].join('\n')

export const htmlSnapshot = (type: string, time: string, uid: number | string, ssid = 'Net', error = 0) =>
  [
    '{',
    `    "type":"${type}",`,
    `    "error":"${error}",`,
    `    "time":"${time}",`,
    '    "message":"s<br>",',
    '    "connectionMode":"",',
    '    "profileName":"",',
    `    "ssid":"${ssid}",`,
    '    "disconnectReason":"",',
    `    "correspondingEvent":"${uid}" `,
    '},',
  ].join('\n')

export const htmlReport = (rows: readonly string[], snapshots: readonly string[] = [], between = '') =>
  [
    '<!DOCTYPE html>',
    '<html>',
    '<head><title>wlan report</title>',
    '<style>p { margin: 0 }</style></head>',
    '<body>',
    between,
    '<div class="session">',
    '<p>Interface:<b>Card &amp; Co</b></p>',
    `<p>Interface GUID: <b>${GUID}</b></p>`,
    '<p>SSID:<b>S</b></p>',
    '<p>Session Duration:<b>1 hours\n 2 minutes\n 3 seconds</b></p>',
    '<table>',
    '<tr class="warning"><th class="event-header">EventId</th><th>Time</th></tr>',
    ...rows,
    '</table>',
    '</div>',
    '<script>var snapshots = [',
    ...snapshots,
    ']; if (a <b || c) document.write("<p>Interface:<b>x</b></p>")</script></body>',
    '</html>',
    '',
  ].join('\n')
