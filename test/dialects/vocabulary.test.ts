import {describe, expect, it} from 'vitest'
import {vocabulary} from '../../src/dialects/vocabulary.js'
import {ALL_MESSAGES} from '../../src/wdi/messages.js'
import {record, shown, step} from './record.js'

const of = (message: string) => vocabulary.start().recognise(record(message))
const parts = (message: string) => shown(of(message)) as Record<string, unknown>

describe('message', () => {
  it.each([
    ['OID_WDI_TASK_ROAM', 'M1 TASK_ROAM'],
    ['oid_wdi_task_roam', 'M1 TASK_ROAM'],
    ['NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE', 'IND ROAM_COMPLETE'],
    ['WDI_TASK_ROAM', 'M1 TASK_ROAM'],
    ['WDI_INDICATION_ROAM_COMPLETE', 'IND ROAM_COMPLETE'],
    ['WDI_SET_ADD_CIPHER_KEYS', 'M1 SET_ADD_CIPHER_KEYS'],
    // The longest name at a place is the name.
    ['WDI_TASK_SET_RADIO_STATE', 'M1 TASK_SET_RADIO_STATE'],
    ['WDI_INDICATION_SET_RADIO_STATE_COMPLETE', 'IND SET_RADIO_STATE_COMPLETE'],
    ['Handling (OID_WDI_TASK_SCAN), next', 'M1 TASK_SCAN'],
    ['Oid=0xE4400064', 'M1 TASK_ROAM'],
    ['Oid: e4400064', 'M1 TASK_ROAM'],
    ['OID e4400064 came', 'M1 TASK_ROAM'],
    ['Status 40050065', 'IND ROAM_COMPLETE'],
    ['status code = 0x40050065', 'IND ROAM_COMPLETE'],
    ['Indication 0x4005004C port 1', 'IND ASSOCIATION_RESULT'],
    ['Oid=3829399652', 'M1 TASK_ROAM'],
    ['SomeFunction (e4400064)', 'M1 TASK_ROAM'],
    ['SomeFunction(0xE4400064)', 'M1 TASK_ROAM'],
    ['MessageId: 0x0064', 'M1 TASK_ROAM'],
    ['MsgId=100', 'M1 TASK_ROAM'],
    ['msg id 101', 'IND ROAM_COMPLETE'],
    ['NDIS_STATUS_DOT11_ROAMING_START', 'IND DOT11_ROAMING_START'],
    ['OID_DOT11_CONNECT_REQUEST', 'M1 OID_DOT11_CONNECT_REQUEST'],
    ['indication 0x40030006', 'IND DOT11_ROAMING_START'],
    ['OID 0x0E010181', 'M1 OID_DOT11_CONNECT_REQUEST'],
    // A name beats a number, a number a message id.
    ['OID_WDI_TASK_SCAN MessageId=0x0064', 'M1 TASK_SCAN'],
    ['OID 0xE4400004 MessageId=0x0064', 'M1 TASK_SCAN'],
    // Who is the line about?
    ['OID_WDI_TASK_ROAM done, NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE up', 'IND ROAM_COMPLETE'],
    ['cancel OID_WDI_TASK_SCAN by OID_WDI_ABORT_TASK', 'M1 ABORT_TASK'],
    ['OID_DOT11_SCAN_REQUEST becomes OID_WDI_TASK_SCAN', 'M1 TASK_SCAN'],
  ])('%s is %s', (line, expected) => expect(step(of(line))).toBe(expected))

  it.each(ALL_MESSAGES.filter(({messageId}) => messageId !== null).map(({fullName, name}) => [fullName, name]))(
    'knows %s by full and header name and number',
    (fullName, name) => {
      const header = fullName.replace(/^(OID_|NDIS_STATUS_)/, '')
      expect(step(of(fullName)).slice(-name.length)).toBe(name)
      expect(step(of(header)).slice(-name.length)).toBe(name)
    },
  )

  it.each([
    // Numbers without a label are numbers.
    'ring at e4400064 full',
    'Foo 0xE4400064',
    'job 40050065',
    'xOID_WDI_TASK_ROAM',
    'Parsing WDI_TLV_BSS_ENTRY length=3',
    'Reading WDI_PORT_ATTRIBUTES index 3',
    'struct WDI_TASK_ROAM_PARAMETERS',
    'OID_WDI_ and OID_WDI_* are prefixes',
    'TASK_ROAM and ROAM_COMPLETE are short names',
    'Wdi_Task_Roam() is a function',
    '100 messages, id 100',
    'MessageId=0xA1B2C3D4',
    'MessageId: 9999',
    'MsgId=100.5',
    'FSM Transition from State: Connected to State: Roaming',
    'OID_GEN_STATISTICS InformationBufferLength=12',
    'NDIS_STATUS_MEDIA_SPECIFIC_INDICATION buffer=0x0',
    'NDIS_STATUS_MEDIA_CONNECT',
    '',
  ])('finds nothing in "%s"', line => expect(of(line)).toBeNull())

  it.each([
    'OID_WDI_TASK_TELEPORT port 1',
    'NDIS_STATUS_WDI_INDICATION_NEW_THING',
    'Oid=0xE44000FF',
    'waiting for OID_WDI_TASK_ROAM',
    'OID_WDI_TASK_ROAM timed out',
    '<== OID_WDI_TASK_ROAM returned 0x103 pending',
  ])('counts "%s" without placing it', line => expect(of(line)).toBe('named'))

  it('takes a message id of other software for what it is', () => {
    const other = record('MsgId=100', {provider: 'Microsoft-Windows-PrintService'})
    expect(vocabulary.start().recognise(other)).toBeNull()
  })

  it('sees media indications only after a Native 802.11 message', () => {
    const run = vocabulary.start()
    const media = record('NDIS_STATUS_MEDIA_DISCONNECT')
    expect(run.recognise(media)).toBeNull()
    run.recognise(record('NDIS_STATUS_DOT11_CONNECTION_START'))
    expect(step(run.recognise(media))).toBe('IND MEDIA_DISCONNECT')
  })

  it('reads payload members that structured exports print apart from the text', () => {
    const members = {Oid: '0xE4400064', PortId: '1', TransactionId: '0x2A', Note: 'two words'}
    const found = vocabulary.start().recognise(record('Command sent', {fields: members}))
    expect(shown(found)).toEqual({is: 'M1 TASK_ROAM', port: 1, txn: 42})
    const text = {Message: 'M3 for WDI_TASK_SCAN status=0', Line: '12'}
    expect(step(vocabulary.start().recognise(record('', {fields: text})))).toBe('M3 TASK_SCAN')
  })

  it('notes a number that is not that of the name', () => {
    expect(parts('OID_WDI_TASK_ROAM (0xE4400006) M1').notes).toEqual([
      'the name says TASK_ROAM, the number TASK_CONNECT; the name counts',
    ])
    expect(parts('OID_WDI_TASK_ROAM (0xE4400064) M1').notes).toBeUndefined()
  })
})

describe('step', () => {
  it.each([
    ['M1 OID_WDI_TASK_ROAM', 'M1'],
    ['M3 OID_WDI_TASK_ROAM', 'M3'],
    ['m3: OID_WDI_TASK_ROAM', 'M3'],
    // An explicit number beats every word.
    ['M1 OID_WDI_TASK_ROAM completed', 'M1'],
    ['M1 OID_WDI_TASK_ROAM pending, completed later status=pending', 'M1'],
    ['M3 request OID_WDI_TASK_ROAM sent', 'M3'],
    ['OID_WDI_TASK_ROAM complete', 'M3'],
    ['OID_WDI_TASK_ROAM completed', 'M3'],
    ['Completion of OID_WDI_TASK_ROAM', 'M3'],
    ['response to OID_WDI_TASK_ROAM', 'M3'],
    ['OID_WDI_TASK_ROAM returned', 'M3'],
    ['OID_WDI_TASK_ROAM finished', 'M3'],
    ['<== OID_WDI_TASK_ROAM', 'M3'],
    ['<-- OID_WDI_TASK_ROAM', 'M3'],
    ['<- OID_WDI_TASK_ROAM', 'M3'],
    ['OID_WDI_TASK_ROAM Status=0', 'M3'],
    ['OID_WDI_TASK_ROAM status 0xC0000001', 'M3'],
    ['OID_WDI_TASK_ROAM NdisStatus: NDIS_STATUS_FAILURE', 'M3'],
    ['OID_WDI_TASK_ROAM Request=0xFFFFA80012345678 status=0', 'M3'],
    // A status before the name is about something else.
    ['status=0, now OID_WDI_TASK_ROAM', 'M1'],
    ['request OID_WDI_TASK_ROAM status=0', 'M1'],
    ['OID_WDI_TASK_ROAM request completed status=0', 'M3'],
    ['OID_WDI_TASK_ROAM request pending, completed later status=0x103', 'M1'],
    ['OID_WDI_TASK_ROAM status=STATUS_PENDING', 'M1'],
    ['request OID_WDI_TASK_ROAM', 'M1'],
    ['issue OID_WDI_TASK_ROAM', 'M1'],
    ['OID_WDI_TASK_ROAM sent', 'M1'],
    ['submit OID_WDI_TASK_ROAM', 'M1'],
    ['handle OID_WDI_TASK_ROAM', 'M1'],
    ['==> OID_WDI_TASK_ROAM', 'M1'],
    ['--> OID_WDI_TASK_ROAM', 'M1'],
    ['-> OID_WDI_TASK_ROAM', 'M1'],
    ['CAdapter_SendRequest OID_WDI_TASK_ROAM', 'M1'],
    ['p->Oid OID_WDI_TASK_ROAM', 'M1'],
    ['OID_WDI_TASK_ROAM', 'M1'],
    ['OID_DOT11_SCAN_REQUEST completed', 'M3'],
    // The completion in its name is no word of the line.
    ['NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE sent', 'IND'],
    ['M4 NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE', 'IND'],
  ])('of "%s" is %s', (line, expected) => expect(step(of(line)).split(' ')[0]).toBe(expected))

  it('takes M4 under the name or id of the task for its completion', () => {
    expect(step(of('M4 OID_WDI_TASK_ROAM'))).toBe('IND ROAM_COMPLETE')
    expect(step(of('M4 MessageId: 0x0064'))).toBe('IND ROAM_COMPLETE')
  })

  it('reads words only in the line that names the message', () => {
    expect(step(of('OID_WDI_TASK_ROAM\nthe last one completed'))).toBe('M1 TASK_ROAM')
  })
})

describe('fields', () => {
  it.each([
    'PortId=1',
    'PortId = 1',
    'PortId: 1',
    'PortId:1',
    'PortId 1',
    'port_id=1',
    'PORT-ID=1',
    'Port Id: 1',
    'Port 1',
  ])('port from "%s"', text => expect(parts(`OID_WDI_TASK_ROAM ${text}`).port).toBe(1))
  it.each([
    'Port(1)',
    'Port[1]',
    'Port=(1)',
    'Port: [0x1]',
    'port="1"',
    'PortNumber=0x0001',
    'PortNo 1,',
    '(PortId=1)',
  ])('port from "%s"', text => expect(parts(`OID_WDI_TASK_ROAM ${text}`).port).toBe(1))
  it.each([
    ['PortId=0xFFFF', 65535],
    ['PortId=adapter', 65535],
    ['Port=65536', undefined],
    ['Port is 1', undefined],
    ['Ports=1', undefined],
    ['Transport 1', undefined],
  ])('port of "%s" is %s', (text, port) => expect(parts(`OID_WDI_TASK_ROAM ${text}`).port).toBe(port))

  it.each([
    'TransactionId=0x2A',
    'TransId 42',
    'TxnId:42',
    'txn=42',
    'Transaction [42]',
    'Transaction_Id = 42',
    'TID=42',
  ])('transaction from "%s"', text => expect(parts(`OID_WDI_TASK_ROAM ${text}`).txn).toBe(42))
  it('never takes the thread id of a prefix for the transaction', () => {
    expect(parts('TID=42 OID_WDI_TASK_ROAM').txn).toBeUndefined()
    expect(parts('ThreadId=42 OID_WDI_TASK_ROAM').txn).toBeUndefined()
  })

  it.each([
    ['Status=0xC0000001', 0xc0000001],
    ['NdisStatus: 0xC0010015(NDIS_STATUS_INVALID_DATA)', 0xc0010015],
    ['NtStatus=0x00000000 (STATUS_SUCCESS)', 0],
    ['WiFiStatus STATUS_SUCCESS', 0],
    ['M3Status=NDIS_STATUS_FAILURE', 0xc0000001],
    ['ret=0', 0],
    ['rc = -1073741823', 0xc0000001],
    ['status=success', 0],
    ['status failure', 0xc0000001],
    ['status=aborted', 0xc023000f],
    ['status=STATUS_SOMETHING_NEW', 0xc0000001],
    ['Status: [0x0]', 0],
    ['status=weird', undefined],
  ])('status of "%s" is %s', (text, status) => {
    expect(parts(`M3 OID_WDI_TASK_ROAM ${text}`).status).toBe(status)
  })
  it('has no status on commands and unsolicited indications', () => {
    expect(parts('M1 OID_WDI_TASK_ROAM status=0').status).toBeUndefined()
    expect(parts('WDI_INDICATION_DISASSOCIATION status=0').status).toBeUndefined()
    expect(parts('WDI_INDICATION_ROAM_COMPLETE status=0').status).toBe(0)
    expect(parts('M4 WDI_INDICATION_ROAM_COMPLETE M4Status=0xC0000001').status).toBe(0xc0000001)
  })

  it.each([
    ['Adapter=0xFFFFC804AF396000', '0xffffc804af396000'],
    ['AdapterHandle: ffffc804`af396000', 'ffffc804af396000'],
    ['Miniport 0xFFFFC804AF396000', '0xffffc804af396000'],
    ['InterfaceGuid={47CB3AA5-E29C-4628-80BD-5023C53FCCCB}', '{47cb3aa5-e29c-4628-80bd-5023c53fcccb}'],
    ['IfGuid 47cb3aa5-e29c-4628-80bd-5023c53fcccb', '{47cb3aa5-e29c-4628-80bd-5023c53fcccb}'],
    ['Adapter="Wi-Fi 2"', 'Wi-Fi 2'],
    ['Device=0x1234ABCD IfGuid={47cb3aa5-e29c-4628-80bd-5023c53fcccb}', '{47cb3aa5-e29c-4628-80bd-5023c53fcccb}'],
    ['the adapter is fine', undefined],
  ])('adapter of "%s" is %s', (text, key) => expect(parts(`OID_WDI_TASK_ROAM ${text}`).adapter).toBe(key))

  const address = ['02:00:00:00:0a:01']
  it.each([
    'BSSID=02:00:00:00:0A:01',
    'Bssid: 02-00-00-00-0a-01',
    'PeerMac 0200.0000.0a01',
    'Peer=0x020000000A01',
    'AP=020000000a01',
    'MacAddr:02:00:00:00:0a:01',
    'MAC (02:00:00:00:0A:01)',
    'Addr [02-00-00-00-0A-01]',
    'Peer MAC Address: 02:00:00:00:0a:01',
    // Told from everything else by its form.
    '02:00:00:00:0A:01 left',
    'left 02-00-00-00-0A-01.',
  ])('address from "%s"', text => {
    expect(parts(`WDI_INDICATION_DISASSOCIATION ${text}`).fields).toEqual({bssid: address})
  })
  it.each(['020000000a01', '0x020000000A01', '02:00:00:00:0a', '02:00:00:00:0a:01:02', 'id02:00:00:00:0a:01'])(
    'no address in "%s"',
    text => expect(parts(`WDI_INDICATION_DISASSOCIATION ${text}`).fields).toBeUndefined(),
  )
  it('does not choose between two addresses without labels', () => {
    const found = parts('WDI_INDICATION_LINK_STATE_CHANGE 02:00:00:00:0a:01 02:00:00:00:0b:01')
    expect(found.fields).toBeUndefined()
  })

  it.each([
    ['AssocStatus=10', {assocstatus: ['10']}],
    ['Association Status: 0x0A', {assocstatus: ['0x0A']}],
    ['StatusCode=17', {statuscode: ['17']}],
    ['Dot11Status 17', {statuscode: ['17']}],
    ['Reason=4 ', {reason: ['4']}],
    ['ReasonCode 0x4', {reason: ['0x4']}],
    ['Auth=WDI_AUTH_ALGO_RSNA_PSK', {auth: ['WDI_AUTH_ALGO_RSNA_PSK']}],
    ['AuthAlgo 7', {auth: ['7']}],
    ['SSID="Café Libre"', {ssid: ['Café Libre']}],
    ['SSID=0x636f7270', {ssid: ['corp']}],
    ['SSID=0x63ff70', {ssid: ['c\\xffp']}],
    ['RSSI=-61', {rssi: ['-61']}],
    ['Signal: -61 dBm', {rssi: ['-61']}],
    ['Channel=36 Band=2', {channel: ['36'], band: ['2']}],
    ['Ch 36 BandId 2', {channel: ['36'], band: ['2']}],
    ['Quality=60', {quality: ['60']}],
    ['Link Quality: 60', {quality: ['60']}],
    ['RoamFlag=1 RoamNeededReason=10', {roamflag: ['1'], roamneededreason: ['10']}],
    ['Type: 1 Links: 2 PortAuthorized: 1', {type: ['1'], links: ['2'], portauthorized: ['1']}],
    ['ucipher=CCMP Reassociation=1', {ucipher: ['CCMP'], reassociation: ['1']}],
    ['state 3, type 4', undefined],
    ['the reason is 4', undefined],
    ['Channel-36', undefined],
    ['authenticated', undefined],
  ])('text fields of "%s"', (text, fields) => {
    expect(parts(`M1 OID_WDI_TASK_CONNECT ${text}`).fields).toEqual(fields)
  })

  it('lists candidates on the same and on following lines', () => {
    const list = ['02:00:00:00:0a:01', '02:00:00:00:0b:01']
    for (const text of [
      'Candidates: 02:00:00:00:0a:01, 02-00-00-00-0b-01 PortId=1',
      'PortId=1 BSSList\n  02:00:00:00:0a:01\n  02:00:00:00:0b:01',
      'PortId=1\n  BssEntry[0]: BSSID=02:00:00:00:0a:01\n  BssEntry[1]: BSSID=02:00:00:00:0b:01',
      'PortId=1\n Candidate #1: 02:00:00:00:0a:01\n Candidate #2: 02:00:00:00:0b:01',
    ]) {
      expect(parts(`OID_WDI_TASK_ROAM ${text}`)).toEqual({is: 'M1 TASK_ROAM', port: 1, fields: {candidates: list}})
    }
  })
  it('keeps what stands beside the candidates in their order', () => {
    const found = parts(
      'OID_WDI_TASK_ROAM BssEntry: 02:00:00:00:0a:01 RSSI=-50 Channel=1\nBssEntry: 02:00:00:00:0b:01 RSSI=-60 Channel=36',
    )
    expect(found.fields).toEqual({
      candidates: ['02:00:00:00:0a:01', '02:00:00:00:0b:01'],
      rssi: ['-50', '-60'],
      channel: ['1', '36'],
    })
  })

  it('ends a list of candidates where the message goes on', () => {
    const found = parts('OID_WDI_TASK_ROAM BssEntry: 02:00:00:00:0a:01 flags: 1 phy=7 Peer=02:00:00:00:0c:01 Port=1')
    expect(found).toEqual({
      is: 'M1 TASK_ROAM',
      port: 1,
      fields: {candidates: ['02:00:00:00:0a:01'], phy: ['7'], bssid: ['02:00:00:00:0c:01']},
    })
  })

  it('knows what an abort is about', () => {
    const fields = {target: ['OID_WDI_TASK_ROAM'], id: ['5'], targetport: ['1']}
    expect(parts('OID_WDI_ABORT_TASK PortId=1 Target=OID_WDI_TASK_ROAM TargetId=5 TargetPort=1')).toEqual({
      is: 'M1 ABORT_TASK',
      port: 1,
      fields,
    })
    expect(parts('OID_WDI_ABORT_TASK for OID_WDI_TASK_SCAN').fields).toEqual({target: ['TASK_SCAN']})
  })

  it('gives Native 802.11 fields as printed', () => {
    expect(parts('NDIS_STATUS_DOT11_ROAMING_COMPLETION status=UNREACHABLE').fields).toEqual({status: ['UNREACHABLE']})
    expect(parts('NDIS_STATUS_DOT11_DISASSOCIATION MAC=02:00:00:00:0a:01 reason=LOST').fields).toEqual({
      bssid: address,
      reason: ['LOST'],
    })
  })

  it('never keeps key material', () => {
    const found = parts(
      'OID_WDI_SET_ADD_CIPHER_KEYS KeyId=1 Key=00112233445566778899aabbccddeeff GTK=0011 PSK=abc PMKID=aa',
    )
    expect(found.fields).toEqual({keyid: ['1'], pmkid: ['aa']})
  })
})
