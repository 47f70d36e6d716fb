import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {analysisOf} from './judge.js'

const LINES = {
  A: 'ROAMING_NEEDED %p - reason=15',
  B: 'BSS_ENTRY_LIST %p - count=1',
  X: 'LINK_STATE_CHANGE %p - AP-A quality=50',
} as const
type Kind = keyof typeof LINES

interface Step {
  readonly kind: Kind
  readonly port: number
  readonly at: number
}

const steps = fc
  .array(fc.tuple(fc.constantFrom<Kind>('A', 'B', 'X'), fc.constantFrom(1, 2), fc.integer({min: 1, max: 400})), {
    minLength: 1,
    maxLength: 12,
  })
  .map(list => {
    let at = 0
    return list.map(([kind, port, gap]): Step => {
      at += gap
      return {kind, port, at}
    })
  })

const scenario = (list: readonly Step[]) =>
  `capture model=wdi from=-60000 to=60000\n${list.map(({kind, port, at}) => `${at} IND ${LINES[kind].replace('%p', String(port))}\n`).join('')}`

const times = async (body: string, list: readonly Step[]) => {
  const {findings} = await analysisOf(body, scenario(list))
  expect(findings.every(({verdict}) => verdict === 'violation')).toBe(true)
  return findings.map(({atUs}) => (atUs ?? 0) / 1000).sort((a, b) => a - b)
}

const pattern = (kind: Kind) => `{message: ${LINES[kind].split(' ')[0]}}`
const later = (list: readonly Step[], from: Step) => list.filter(step => step.port === from.port && step.at > from.at)

describe('on a capture without loss a rule says what its sentence says', () => {
  const check = (body: string, expected: (list: readonly Step[]) => number[]) =>
    fc.assert(
      fc.asyncProperty(steps, async list => {
        expect(await times(body, list)).toEqual(expected(list).sort((a, b) => a - b))
      }),
      {numRuns: 40},
    )

  it('after A expect X within 500 ms', () =>
    check(`after: ${pattern('A')}\nexpect: ${pattern('X')}\nwithin: 500 ms`, list =>
      list
        .filter(({kind}) => kind === 'A')
        .filter(a => !later(list, a).some(({kind, at}) => kind === 'X' && at <= a.at + 500))
        .map(({at}) => at + 500),
    ))

  it('never X between A and B', () =>
    check(`never: ${pattern('X')}\nbetween: {from: ${pattern('A')}, to: ${pattern('B')}}`, list =>
      list
        .filter(({kind}) => kind === 'X')
        .filter(x => {
          const before = list.filter(step => step.port === x.port && step.at < x.at && step.kind !== 'X')
          return before.at(-1)?.kind === 'A'
        })
        .map(({at}) => at),
    ))

  it('only X if A before, within 500 ms', () =>
    check(`only: ${pattern('X')}\nifBefore: ${pattern('A')}\nwithin: 500 ms`, list =>
      list
        .filter(({kind}) => kind === 'X')
        .filter(x => !list.some(a => a.kind === 'A' && a.port === x.port && a.at < x.at && a.at >= x.at - 500))
        .map(({at}) => at),
    ))
})
