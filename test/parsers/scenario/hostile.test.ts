import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {embeddedState, parseEmbedded} from '../../../src/parsers/scenario/embedded.js'
import {ScenarioError} from '../../../src/parsers/scenario/scenario-error.js'
import {readScenario} from './read-scenario.js'

const LINES = [
  'capture model=wdi from=-1 to=100 loss=1..2 origin=2026-01-01T00:00:00Z label=x',
  'label driver="1 2" os=3',
  'adapter left override=? driver=1',
  'alias HOME=02:00:00:00:aa:01',
  '0 M1 TASK_ROAM 1 7 entries=AP-B (AP-C ft{mde=M, r0kh=x} pmkid=K1 ies=70:00) auth=RSNA pairs=8/GCMP256 ssid="a b"',
  '1 IND FT_ASSOC_PARAMS_NEEDED 1 - AP-B request{no rsn seq=1} response{truncated}',
  '2 IND ASSOCIATION_RESULT 1 - (AP-B auth=RSNA request{fte multi-link missing=70} response auth-response{code=1})',
  '3 IND DISASSOCIATION 1 - AP-A status=13 deauth-frame(reason 7) truncated',
  '4 IND BSS_ENTRY_LIST 1 - count=3 (AP-A rssi=-50)',
  '5 LOG 5002 adapter - trigger=2',
]

/** A line of the notation with one piece cut out, doubled or replaced. */
const damaged = fc
  .tuple(
    fc.constantFrom(...LINES),
    fc.nat(120),
    fc.nat(6),
    fc.constantFrom('', '"', '(', '}', '=', ',', ' ', '#', '\u0000', '__proto__', '99999999999'),
  )
  .map(([line, at, length, put]) => line.slice(0, at) + put + line.slice(at + length))

function survives(text: string): void {
  try {
    readScenario(text)
  } catch (error) {
    expect(error).toBeInstanceOf(ScenarioError)
    expect((error as ScenarioError).line).toBeGreaterThan(0)
    expect((error as ScenarioError).sentence).not.toContain('undefined')
  }
}

describe('hostile text', () => {
  it('only ever throws a ScenarioError', () => {
    fc.assert(
      fc.property(fc.array(damaged, {maxLength: 4}), lines => survives(lines.join('\n'))),
      {numRuns: 2000},
    )
    fc.assert(fc.property(fc.string({unit: 'binary'}), survives))
  })

  it('inside a log never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(damaged, fc.string())), lines => {
        const state = embeddedState()
        for (const line of lines) parseEmbedded(`x: ${line}`, state)
      }),
      {numRuns: 1000},
    )
  })

  it('gives label keys no way into prototypes', () => {
    const {stated} = readScenario('label constructor=x toString=y\n0 IND ROAMING_NEEDED 1 -')
    expect(Object.getPrototypeOf(stated.labels)).toBe(Object.prototype)
    expect(Object.entries(stated.labels)).toEqual([
      ['constructor', 'x'],
      ['toString', 'y'],
    ])
  })
})
