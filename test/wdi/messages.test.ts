import {describe, expect, it} from 'vitest'
import {
  ALL_MESSAGES,
  isLegacyKeyRequest,
  legacyMessage,
  logMessage,
  messageById,
  messageByName,
  messageByNumber,
  requestMessage,
} from '../../src/wdi/messages.js'
import {dot11AssocStatus} from '../../src/wdi/windot11.js'

describe('messages by name', () => {
  it.each(['OID_WDI_TASK_ROAM', 'WDI_TASK_ROAM', 'TASK_ROAM', 'task_roam'])('%s is the roam task', name => {
    expect(messageByName(name)).toMatchObject({
      fullName: 'OID_WDI_TASK_ROAM',
      name: 'TASK_ROAM',
      kind: 'task',
      messageId: 100,
      object: 'port',
      counterpart: 'ROAM_COMPLETE',
      normalSeconds: 10,
      abortable: true,
      source: 'netcx/oid-wdi-task-roam',
    })
  })

  it.each(['NDIS_STATUS_WDI_INDICATION_ROAM_COMPLETE', 'WDI_INDICATION_ROAM_COMPLETE', 'ROAM_COMPLETE'])(
    '%s is its completion',
    name => {
      expect(messageByName(name)).toMatchObject({name: 'ROAM_COMPLETE', kind: 'completion', counterpart: 'TASK_ROAM'})
    },
  )

  it('keeps the bare names for WDI', () => {
    expect(messageByName('DISASSOCIATION')?.kind).toBe('indication')
    expect(messageByName('ROAMING_START')).toBeUndefined()
    expect(messageByName('DOT11_ROAMING_START')?.kind).toBe('legacy-indication')
    expect(messageByName('__proto__')).toBeUndefined()
  })

  it('gives one object for one message, and names of one form only once', () => {
    expect(messageByName('TASK_ROAM')).toBe(messageByNumber(0xe4400064))
    const names = ALL_MESSAGES.map(message => message.name)
    expect(new Set(names).size).toBe(names.length)
  })

  it('knows what may not run beside a task, and what passes beside the path of commands', () => {
    expect(messageByName('SET_ADD_CIPHER_KEYS')?.serializedWithTask).toBe(true)
    expect(messageByName('SET_SAE_AUTH_PARAMS')?.serializedWithTask).toBe(false)
    expect(messageByName('SET_SAE_AUTH_PARAMS')?.direct).toBe(true)
    expect(messageByName('FIRMWARE_STALLED')?.object).toBe('adapter')
    expect(messageByName('SAE_AUTH_PARAMS_NEEDED')?.object).toBeNull()
  })

  it('pairs the task that headers alone number with its completion', () => {
    const task = messageByName('TASK_SET_READY_TO_RECEIVE_INDICATIONS')
    expect(task?.kind).toBe('task')
    expect(messageByName(task?.counterpart ?? '')?.counterpart).toBe(task?.name)
  })
})

describe('messages by number', () => {
  it.each([
    [0xe4400064, 'TASK_ROAM'],
    [0x40050065, 'ROAM_COMPLETE'],
    [-0x1bbfff9c, 'TASK_ROAM'],
    [0x40030006, 'DOT11_ROAMING_START'],
    [0x0e010181, 'OID_DOT11_CONNECT_REQUEST'],
    [0x4001000b, 'MEDIA_CONNECT'],
  ])('%d is %s', (number, name) => expect(messageByNumber(number)?.name).toBe(name))

  it('takes the id of a task in an indication for its completion', () => {
    expect(messageById(100)?.name).toBe('TASK_ROAM')
    expect(messageById(100, 'command')?.name).toBe('TASK_ROAM')
    expect(messageById(100, 'indication')?.name).toBe('ROAM_COMPLETE')
    expect(messageById(101, 'indication')?.name).toBe('ROAM_COMPLETE')
    expect(messageById(101, 'command')).toBeUndefined()
    expect(messageById(29, 'indication')).toBeUndefined()
    expect(messageById(9999)).toBeUndefined()
  })
})

describe('messages outside WDI', () => {
  it.each(['ROAMING_START', 'DOT11_ROAMING_START', 'NDIS_STATUS_DOT11_ROAMING_START', 'roaming_start'])(
    '%s in a Native 802.11 trace',
    name => {
      expect(legacyMessage(name)).toMatchObject({
        fullName: 'NDIS_STATUS_DOT11_ROAMING_START',
        name: 'DOT11_ROAMING_START',
      })
    },
  )

  it('takes the bare names of requests and media indications too', () => {
    expect(legacyMessage('CONNECT_REQUEST')?.name).toBe('OID_DOT11_CONNECT_REQUEST')
    expect(legacyMessage('MEDIA_DISCONNECT')).toMatchObject({name: 'MEDIA_DISCONNECT', kind: 'ndis-indication'})
    expect(legacyMessage('DISASSOCIATION')?.name).toBe('DOT11_DISASSOCIATION')
    expect(legacyMessage('TASK_ROAM')).toBeUndefined()
  })

  it('recognises the requests that set a key', () => {
    const isKey = (name: string) => isLegacyKeyRequest(legacyMessage(name) ?? expect.fail(name))
    expect(isKey('CIPHER_KEY')).toBe(true)
    expect(isKey('OID_DOT11_CIPHER_DEFAULT_KEY')).toBe(true)
    expect(isKey('OID_DOT11_CIPHER_DEFAULT_KEY_ID')).toBe(false)
  })

  it('keeps other OIDs in full', () => {
    expect(requestMessage('OID_GEN_STATISTICS')).toMatchObject({name: 'OID_GEN_STATISTICS', kind: 'ndis-request'})
    expect(requestMessage('OID_DOT11_NEWER')).toMatchObject({name: 'OID_DOT11_NEWER', kind: 'legacy-request'})
    expect(requestMessage('OID_WDI_TASK_SCAN')?.kind).toBe('task')
    expect(requestMessage('GEN_STATISTICS')).toBeUndefined()
    expect(requestMessage(`OID_${'A'.repeat(200)}`)).toBeUndefined()
  })

  it('has log records by event id and by word', () => {
    expect(logMessage('5002')).toMatchObject({name: '5002', kind: 'log'})
    expect(logMessage('events_lost')?.name).toBe('EVENTS_LOST')
    expect(logMessage('SOMETHING')).toBeUndefined()
    expect(logMessage('123456')).toBeUndefined()
  })

  it('has the statuses of scenario files and of the header', () => {
    expect(dot11AssocStatus('success')).toBe(0)
    expect(dot11AssocStatus('LOST')).toBe(12)
    expect(dot11AssocStatus('BETTER_AP')).toBe(dot11AssocStatus('BETTER'))
    expect(dot11AssocStatus('DOT11_ASSOC_STATUS_PEER_DEAUTHENTICATED')).toBe(0x10000)
    expect(dot11AssocStatus('constructor')).toBeUndefined()
  })
})
