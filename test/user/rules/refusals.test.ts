import {describe, expect, it} from 'vitest'
import {UserFileError} from '../../../src/user/files/user-file-error.js'
import {loadRules} from '../../../src/user/rules/load-rules.js'
import {fileOf} from './judge.js'

const refusal = (source: string): UserFileError => {
  try {
    loadRules(source, 'team.yaml')
  } catch (error) {
    expect(error).toBeInstanceOf(UserFileError)
    return error as UserFileError
  }
  throw new Error('nothing was refused')
}

const never = (pattern: string) => `never: {${pattern}}`
const deadline = (after: string, expected: string, more = '') =>
  `after: {${after}}\nexpect: {${expected}}\nwithin: 1 s${more && `\n${more}`}`
const needed = 'message: ROAMING_NEEDED'
const roam = 'message: TASK_ROAM, step: M1'

describe('what a rules file may not say', () => {
  it.each([
    // Messages and steps.
    [
      never('message: DISASOCIATION'),
      'never: {message: ',
      /DISASOCIATION is no message.*did you mean DISASSOCIATION\?/,
    ],
    [never('message: DOT11_NONSENSE'), 'never: {message: ', /is no message/],
    [never("message: '9999'"), 'never: {message: ', /9999 is no message/],
    [never('message: TASK_ROAM'), 'never: ', /TASK_ROAM has the steps M1, M3, M4: say which/],
    [never('message: ROAMING_NEEDED, step: M3'), 'never: {message: ROAMING_NEEDED, step: ', /has no step M3, only IND/],
    [never('message: SET_ADD_CIPHER_KEYS, step: M4'), 'never: {message: SET_ADD_CIPHER_KEYS, step: ', /no step M4/],
    [never('message: TASK_ROAM, step: M2'), 'never: {message: TASK_ROAM, step: ', /step is one of M1, M3/],
    // Fields, values, operators.
    [
      never(`${needed}, where: {resaon: 10}`),
      `never: {${needed}, where: {`,
      /"resaon" is no field of ROAMING_NEEDED; did you mean reason\?/,
    ],
    [
      never(`${needed}, where: {zzzzzzzz: 10}`),
      `never: {${needed}, where: {`,
      /its fields are port, transactionId, reason/,
    ],
    [
      never(`message: TASK_ROAM, step: M3, where: {auth: 7}`),
      'never: {message: TASK_ROAM, step: M3, where: {',
      /no field of TASK_ROAM/,
    ],
    [
      never(`${needed}, where: {reason: ROAMING_BETTER_AP_FUOND}`),
      `never: {${needed}, where: {reason: `,
      /did you mean ROAMING_BETTER_AP_FOUND\?/,
    ],
    [
      never(`${needed}, where: {reason: {nto: 1}}`),
      `never: {${needed}, where: {reason: {`,
      /"nto" is no key of reason; did you mean not\?/,
    ],
    [
      never(`${needed}, where: {reason: {matches: 1}}`),
      `never: {${needed}, where: {reason: {`,
      /"matches" is no key of reason/,
    ],
    [
      never('message: DISASSOCIATION, where: {bssid: AP-A}'),
      'never: {message: DISASSOCIATION, where: {bssid: ',
      /AP-A is no address/,
    ],
    [
      never('message: DISASSOCIATION, where: {bssid: {above: 3}}'),
      'never: {message: DISASSOCIATION, where: {bssid: ',
      /are for fields with numbers/,
    ],
    [
      never('message: LINK_STATE_CHANGE, where: {quality: good}'),
      'never: {message: LINK_STATE_CHANGE, where: {quality: ',
      /good is no number/,
    ],
    [
      never('message: ROAM_COMPLETE, where: {status: sucess}'),
      'never: {message: ROAM_COMPLETE, where: {status: ',
      /did you mean success\?/,
    ],
    // Forms.
    ['severity: info', '', /one of the keys after, never, only/],
    [`${never(needed)}\nonly: {${roam}}`, '', /has never or only, not both/],
    [`after: {${needed}}\nwithin: 1 s`, '', /with after needs expect/],
    [`after: {${needed}}\nexpect: {${roam}}`, '', /with after needs within/],
    [`${never(needed)}\nwithin: 1 s`, '', /within means nothing beside never/],
    [`${never(needed)}\nsame: [port]`, '', /same means nothing without between/],
    [`only: {${roam}}\nifBefore: {${needed}}`, '', /nobody knows what was before the capture/],
    [deadline(needed, roam, 'scope: session'), '', /needs kinds/],
    [deadline(needed, roam, 'kinds: [roam]'), '', /kinds are for rules with scope: session/],
    [deadline(needed, roam, 'scope: session\nkinds: [raom]'), '', /kinds\[0\] is one of roam/],
    [deadline(needed, roam, 'same: [reason]'), 'same: [', /M1 of TASK_ROAM has no field reason/],
    [`after: {${needed}}\nexpect: {${roam}}\nwithin: soon`, 'within: ', /within has to look like 100 ms or 2 s/],
    [`after: {${needed}}\nexpect: {${roam}}\nwithin: 0 ms`, 'within: ', /more than nothing/],
    // Verdicts that could only be wrong.
    [deadline(needed, "message: '5002'"), 'expect: ', /5002 proves nothing by its absence/],
    [deadline(needed, 'message: RADIO_STATUS'), 'expect: ', /RADIO_STATUS belongs to no port.*scope: adapter/],
    [never("message: '5002'"), 'never: ', /needs scope: adapter/],
    // The rest.
    [`${never(needed)}\nmessage: 'reason {never.resaon}'`, "message: 'reason ", /did you mean \{never\.reason\}\?/],
    [`${never(needed)}\nmessage: '{took}'`, "message: '", /\{took\} is nothing that this rule knows/],
    [`${never(needed)}\nseverty: info`, '', /"severty" is no key of rules\[0\]; did you mean severity\?/],
    [`${never(needed)}\ndocs: wiki`, 'docs: ', /docs has to look like https:/],
    [`${never(needed)}\ntests: [{scenario: x}]`, 'tests: [', /needs "expect"/],
    [
      `${never(needed)}\ntests: [{scenario: x, expect: [{atMs: 1, verdict: pass}]}]`,
      '',
      /verdict is one of violation, inconclusive/,
    ],
  ])('%s', (body, before, sentence) => {
    const source = fileOf(body)
    const {sentence: said, line, column, message} = refusal(source)
    expect(said).toMatch(sentence)
    expect(message).toBe(`team.yaml:${line}:${column}: ${said}`)
    // The place is right behind the text before it.
    if (before !== '') {
      const at = source.indexOf(before) + before.length
      const [above, left] = [source.slice(0, at).split('\n').length, at - source.lastIndexOf('\n', at - 1)]
      expect({line, column}).toEqual({line: above, column: left})
    }
  })

  it.each([
    ['rules: []', 1, /rules must NOT have fewer than 1/],
    ['rule: []', 1, /a rules file needs "rules"|"rule" is no key of a rules file; did you mean rules\?/],
    [
      'rules:\n  - id: keys-late\n    title: x\n    never: {message: ROAMING_NEEDED}\n',
      2,
      /id has to look like user-keys-late/,
    ],
    ['rules:\n  - id: user-\n    title: x\n', 2, /id has to look like/],
    ['rules:\n  - title: x\n', 2, /rules\[0\] needs "id"/],
    ['rules: {', 1, /no valid YAML/],
  ])('%j', (source, line, sentence) => {
    expect(refusal(source)).toMatchObject({line, sentence: expect.stringMatching(sentence)})
  })

  it('names an id that comes twice', () => {
    const twice = `${fileOf(never(needed))}${fileOf(never(needed)).replace('rules:\n', '')}`
    expect(refusal(twice)).toMatchObject({
      line: 5,
      sentence: expect.stringMatching(/user-x is the id of an earlier rule/),
    })
  })
})

describe('what a rules file may say in several ways', () => {
  it.each([
    never('message: OID_WDI_TASK_ROAM, step: M4'),
    never('message: ROAM_COMPLETE, step: M4'),
    never('message: roam_complete'),
    never('message: NDIS_STATUS_DOT11_ROAMING_START'),
    never('message: ROAMING_START'),
    never('message: OID_GEN_STATISTICS, step: M1'),
    never('message: SET_ADD_CIPHER_KEYS, step: M1, where: {TYPE: pairwise, Link-Id: 1}').replace(', Link-Id: 1', ''),
    never('message: DISASSOCIATION, where: {bssid: 02-00-00-00-0A-01, status: {in: [13, PEER_DISASSOCIATED, 0x7]}}'),
    never('message: ROAMING_NEEDED, where: {port: {above: 0, below: 10, not: 5}, reason: {present: true}}'),
    `${never("message: '5002'")}\nscope: adapter`,
    `${never(needed)}\nmessage: reason {never.reason} on port {never.port}`,
  ])('%s', body => {
    expect(loadRules(fileOf(body), 'team.yaml')).toHaveLength(1)
  })
})
