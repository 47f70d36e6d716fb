// Markup that holds records in other ways than event XML: see formats.mjs.

const escaped = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
let number = 0

export const clixml = {
  head: '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">\r\n',
  tail: '</Objs>\r\n',
  record(us, component, message, random) {
    const time = `${new Date(us / 1000).toISOString().slice(0, -1)}${String(us % 1000).padStart(3, '0')}0+00:00`
    // One in three goes on with a block of labels.
    const more = random(3) === 0 ? '_x000D__x000A__x000D__x000A_Subject:_x000D__x000A__x0009_Id:_x0009__x0009_S-1' : ''
    return `  <Obj RefId="${number}">\r
    <TN RefId="0">\r
      <T>System.Diagnostics.Eventing.Reader.EventLogRecord</T>\r
      <T>System.Object</T>\r
    </TN>\r
    <ToString>System.Diagnostics.Eventing.Reader.EventLogRecord</ToString>\r
    <Props>\r
      <I32 N="Id">${10 + random(90)}</I32>\r
      <By N="Version">0</By>\r
      <Nil N="Qualifiers" />\r
      <By N="Level">4</By>\r
      <I32 N="Task">${random(60)}</I32>\r
      <I16 N="Opcode">0</I16>\r
      <I64 N="Keywords">-9223372036854775808</I64>\r
      <I64 N="RecordId">${++number}</I64>\r
      <S N="ProviderName">${component}</S>\r
      <Nil N="ProviderId" />\r
      <S N="LogName">System</S>\r
      <I32 N="ProcessId">4</I32>\r
      <I32 N="ThreadId">${random(9000)}</I32>\r
      <S N="MachineName">LAPTOP</S>\r
      <Obj N="UserId" RefId="1">\r
        <ToString>S-1-5-18</ToString>\r
        <Props>\r
          <I32 N="BinaryLength">12</I32>\r
          <S N="Value">S-1-5-18</S>\r
        </Props>\r
      </Obj>\r
      <DT N="TimeCreated">${time}</DT>\r
      <Nil N="ActivityId" />\r
      <S N="ContainerLog">c:\\logs\\system.evtx</S>\r
      <S N="LevelDisplayName">Information</S>\r
      <Obj N="Properties" RefId="2">\r
        <TNRef RefId="1" />\r
        <LST>\r
          <Obj RefId="3">\r
            <ToString>System.Diagnostics.Eventing.Reader.EventProperty</ToString>\r
            <Props>\r
              <S N="Value">${escaped(message)}</S>\r
            </Props>\r
          </Obj>\r
        </LST>\r
      </Obj>\r
    </Props>\r
    <MS>\r
      <S N="Message">${escaped(message)}${more}</S>\r
    </MS>\r
  </Obj>\r
`
  },
}

/** Times of its events are milliseconds since the first. */
let startUs = null

export const perfviewXml = {
  head: '<Events>\r\n',
  tail: '</Events>\r\n',
  record(us, component, message, random) {
    startUs ??= us
    const grouped = random(100_000).toLocaleString('en-US')
    const more = random(10) === 0 ? ' CommandLine="&quote;c:\\windows\\x.exe&quote; -k"' : ''
    return ` <Event EventName="${component}/EventID(${10 + random(90)})" TimeMsec="${((us - startUs) / 1000).toFixed(3)}" ProcessName="svchost (${random(9000)})" ThreadID="${grouped}" ProcessorNumber="${random(8)}" FormattedMessage="${escaped(message)}" Line="${random(5000)}" Bytes="${grouped}"${more}/>\r\n`
  },
}
