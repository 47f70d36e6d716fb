import {describe, expect, it} from 'vitest'
import {said} from '../../src/rules/said.js'
import {onlyEvent} from '../parsers/scenario/read-scenario.js'

const event = (line: string, text: string) => ({...onlyEvent(line), text})

describe('what a record says', () => {
  it.each([
    ['0 M1 TASK_ROAM 1 0x65 auth=RSNA', '<Event xmlns="x">', 'M1 of TASK_ROAM PortId=1 TransactionId=101'],
    [
      '0 M3 TASK_ROAM 1 101 status=failure',
      '  <Event>',
      'M3 of TASK_ROAM PortId=1 TransactionId=101 Status=0xc0000001',
    ],
    [
      '0 IND ROAM_COMPLETE 1 - status=success',
      '{"ProviderGuid":',
      'ROAM_COMPLETE PortId=1 TransactionId=0 Status=0x00000000',
    ],
    [
      '0 LOG 8003 adapter - reason=0 why="by the user"',
      '<tr class="',
      '8003 WLAN AutoConfig service has successfully disconnected from a wireless network:',
    ],
    ['0 LOG 5002 adapter -', 'Event[12]:', '5002'],
  ])('is told in words: %s', (line, text, wanted) => {
    expect(said(event(line, text))).toMatch(wanted)
  })

  it.each(['[0]0004.0008::01/01/2026-00:00:00.000 [x]<Event>', 'Event log', '', '"<Event>",1'])(
    'is told by its first line: %j',
    text => {
      expect(said(event('0 LOG 5002 adapter -', text))).toBeNull()
    },
  )
})
