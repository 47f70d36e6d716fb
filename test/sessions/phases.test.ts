import {describe, expect, it} from 'vitest'
import {run} from '../rules/run.js'

/** "name #attempt start+duration" of the phases of the first session, in ms. */
async function phases(scenario: string, name: string): Promise<string[]> {
  const {analysis} = await run(scenario)
  return (analysis.sessions.find(({kind}) => kind === 'roam')?.phases ?? [])
    .filter(phase => phase.name === name)
    .map(({attempt, startUs, durationUs}) => {
      const number = attempt === null ? '' : `#${attempt} `
      return `${number}${startUs / 1000}+${durationUs === null ? '?' : durationUs / 1000}`
    })
}

const roam = (...records: readonly string[]) => `
-5000 IND LINK_STATE_CHANGE 1 - AP-A quality=60
0 M1 TASK_ROAM 1 101 entries=AP-B auth=WPA3_SAE RoamFlag=1 RoamNeededReason=10
1 M3 TASK_ROAM 1 101 status=success
${records.join('\n')}
`

describe('link-report: last successful result to the first LINK_STATE_CHANGE after it', () => {
  const result = '40 IND ASSOCIATION_RESULT 1 - (AP-B status=0 auth=WPA3_SAE)'
  const done = '60 IND ROAM_COMPLETE 1 101 status=success'
  const link = (at: number) => `${at} IND LINK_STATE_CHANGE 1 - AP-B quality=70`

  it.each([
    ['after the completion', [result, done, link(300), link(400)], ['40+260']],
    ['before the completion', [result, link(45), done, link(300)], ['40+5']],
    ['one before the result is another', [link(20), result, done, link(300)], ['40+260']],
    ['none', [result, done], []],
  ])('%s', async (_, records, expected) => {
    expect(await phases(roam(...records), 'link-report')).toEqual(expected)
  })
})

describe('phases of SAE', () => {
  const exchange = (at: number, id: number, address = 'AP-B') => [
    `${at} IND SAE_AUTH_PARAMS_NEEDED 1 - ${address} type=0`,
    `${at + 1} M1 SET_SAE_AUTH_PARAMS 1 ${id} ${address} type=0 commit-params`,
    `${at + 4} IND SAE_AUTH_PARAMS_NEEDED 1 - ${address} type=1 commit-frame`,
    `${at + 6} M1 SET_SAE_AUTH_PARAMS 1 ${id + 1} ${address} type=1 confirm-params`,
    `${at + 12} IND SAE_AUTH_PARAMS_NEEDED 1 - ${address} type=2 confirm-frame`,
    `${at + 13} M1 SET_SAE_AUTH_PARAMS 1 ${id + 2} ${address} type=3`,
  ]
  const result = (at: number, fields: string) => `${at} IND ASSOCIATION_RESULT 1 - (AP-B auth=WPA3_SAE ${fields})`
  const done = '200 IND ROAM_COMPLETE 1 101 status=success'

  it('are those of each attempt where an access point is tried twice', async () => {
    const twice = roam(
      ...exchange(10, 201),
      result(30, 'status=50'),
      ...exchange(50, 301),
      result(80, 'status=0'),
      done,
    )
    expect(await phases(twice, 'sae-host')).toEqual(['#1 10+4', '#2 50+4'])
    expect(await phases(twice, 'sae-air')).toEqual(['#1 11+9', '#2 51+9'])
    expect(await phases(twice, 'sae-assoc')).toEqual(['#1 23+7', '#2 63+17'])
  })

  it('the exchange may name the MLD and the result its link', async () => {
    const response = 'status=0 request{multi-link} response{multi-link mld=MLD-B} local-link'
    const mlo = roam(...exchange(10, 201, 'MLD-B'), result(30, response), done)
    expect(await phases(mlo, 'sae-assoc')).toEqual(['#1 23+7'])
  })
})
