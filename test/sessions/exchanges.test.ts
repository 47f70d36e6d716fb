import {describe, expect, it} from 'vitest'
import {ms, named, replayed} from './told.js'

const start = `0 M1 TASK_ROAM 1 101 entries=AP-B AP-C RoamFlag=1
1 M3 TASK_ROAM 1 101 status=success`
const done = '60 IND ROAM_COMPLETE 1 101 status=success'
const result = (at: number, ap = 'AP-B', status = 50) => `${at} IND ASSOCIATION_RESULT 1 - (${ap} status=${status})`

async function roam(...records: readonly string[]) {
  const {sessions} = await replayed(['capture tlvs=0', start, ...records].join('\n'))
  const found = sessions.find(({kind}) => kind === 'roam')
  if (found === undefined) throw new Error('no roam')
  return found
}

describe('FT indications and their answers (rules.md A.0)', () => {
  const needed = (at: number, ap = 'AP-B') => `${at} IND FT_ASSOC_PARAMS_NEEDED 1 - ${ap}`
  const answer = (at: number, step = 'M1') => `${at} ${step} SET_FAST_BSS_TRANSITION_PARAMETERS 1 200 status=success`
  /** "AP-B 10: answer 15, end 15, result 1" */
  const told = async (...records: readonly string[]) =>
    (await roam(...records)).ft.map(
      ({indication, bssid, answer, end, result}) =>
        `${named(bssid)} ${ms(indication)}: answer ${ms(answer)}, end ${ms(end)}, result ${result?.number}`,
    )

  it.each([
    ['the answer', [needed(10), answer(15), result(40), done], ['AP-B 10: answer 15, end 15, result 1']],
    ['a result comes first', [needed(10), result(40), answer(50), done], ['AP-B 10: answer null, end 40, result 1']],
    [
      'the result of another AP says nothing',
      [needed(10), result(30, 'AP-C'), answer(40), result(50), done],
      ['AP-B 10: answer 40, end 40, result 2'],
    ],
    [
      'an earlier result says nothing',
      [result(5), needed(10), answer(40), result(50), done],
      ['AP-B 10: answer 40, end 40, result 2'],
    ],
    [
      'the next indication comes first',
      [needed(10), needed(20, 'AP-C'), answer(25), result(40, 'AP-C'), done],
      ['AP-B 10: answer null, end 20, result undefined', 'AP-C 20: answer 25, end 25, result 1'],
    ],
    [
      'a response to an earlier answer is none',
      [needed(10), answer(12), needed(20, 'AP-C'), answer(22, 'M3'), answer(25), done],
      ['AP-B 10: answer 12, end 12, result undefined', 'AP-C 20: answer 25, end 25, result undefined'],
    ],
    ['the completion comes first', [needed(10), done], ['AP-B 10: answer null, end 60, result undefined']],
    ['nothing comes', [needed(10)], ['AP-B 10: answer null, end null, result undefined']],
    [
      'an AP that nobody names has no result',
      [
        '10 IND FT_ASSOC_PARAMS_NEEDED 1 - without=WDI_TLV_BSSID',
        '40 IND ASSOCIATION_RESULT 1 - (without=WDI_TLV_BSSID status=50)',
        done,
      ],
      ['null 10: answer null, end 60, result undefined'],
    ],
  ])('%s', async (_, records, expected) => {
    expect(await told(...records)).toEqual(expected)
  })
})

describe('SAE indications and their answers', () => {
  const needed = (at: number, type: number, ap = 'AP-B') => `${at} IND SAE_AUTH_PARAMS_NEEDED 1 - ${ap} type=${type}`
  const answer = (at: number, type: number, ap = 'AP-B', step = 'M1') =>
    `${at} ${step} SET_SAE_AUTH_PARAMS 1 ${at} ${step === 'M1' ? `${ap} type=${type}` : ''}`
  const told = async (...records: readonly string[]) =>
    (await roam(...records)).sae.map(
      ({indication, bssid, type, answer, answerType, end, result}) =>
        `${named(bssid)} ${type} ${ms(indication)}: ${answerType} at ${ms(answer)}, end ${ms(end)}, result ${result?.number}`,
    )

  it.each([
    [
      'one after the other',
      [needed(10, 0), answer(12, 4), needed(20, 1), answer(22, 1), needed(30, 2), answer(32, 3), result(50), done],
      [
        'AP-B 0 10: 4 at 12, end 12, result 1',
        'AP-B 1 20: 1 at 22, end 22, result 1',
        'AP-B 2 30: 3 at 32, end 32, result 1',
      ],
    ],
    [
      'an error has no answer',
      [needed(10, 0), answer(12, 0), needed(20, 3), result(50), done],
      ['AP-B 0 10: 0 at 12, end 12, result 1', 'AP-B 3 20: null at null, end 50, result 1'],
    ],
    [
      'an answer for another AP is one',
      [needed(10, 0), answer(12, 2, 'AP-C'), done],
      ['AP-B 0 10: 2 at 12, end 12, result undefined'],
    ],
    [
      'a result of another AP ends nothing',
      [needed(10, 0), result(30, 'AP-C'), answer(40, 0), done],
      ['AP-B 0 10: 0 at 40, end 40, result undefined'],
    ],
    ['the completion comes first', [needed(10, 0), done], ['AP-B 0 10: null at null, end 60, result undefined']],
    ['nothing comes', [needed(10, 0)], ['AP-B 0 10: null at null, end null, result undefined']],
    [
      'what is not exported',
      ['10 IND SAE_AUTH_PARAMS_NEEDED 1 - without=WDI_TLV_BSSID', '12 M1 SET_SAE_AUTH_PARAMS 1 12', done],
      ['null null 10: null at 12, end 12, result undefined'],
    ],
  ])('%s', async (_, records, expected) => {
    expect(await told(...records)).toEqual(expected)
  })
})

describe('attempts', () => {
  it('are numbered over all results of the task, and share the time of their container', async () => {
    const {attempts} = await roam(
      result(20),
      '40 IND ASSOCIATION_RESULT 1 - (AP-C status=50) (AP-B status=0) (AP-D without=WDI_TLV_BSSID status=51)',
      done,
    )
    expect(attempts.map(a => [a.number, ms(a.event), named(a.bssid), a.entry.status, a.succeeded])).toEqual([
      [1, 20, 'AP-B', 50, false],
      [2, 40, 'AP-C', 50, false],
      [3, 40, 'AP-B', 0, true],
      [4, 40, null, 51, false],
    ])
  })

  it('are none where the entries are not exported', async () => {
    const {attempts, events} = await roam('40 IND ASSOCIATION_RESULT 1 - ', done)
    expect([attempts, events.map(ms)]).toEqual([[], [0, 1, 40, 60]])
  })
})
