import {describe, expect, it} from 'vitest'
import {readBy} from './both-ways.js'
import {type RawMember, SHAPES} from './json-texts.js'

const LOGGED: readonly RawMember[] = [
  ['"Id"', '4624'],
  ['"ProviderName"', '"Microsoft-Windows-Security-Auditing"'],
  ['"LogName"', '"Security"'],
  ['"TimeCreated"', '"2023-06-16T01:05:19.9479495+02:00"'],
  ['"Message"', '"x"'],
  ['"Properties"', '[{"Value":"S-1-5-18"},{"Value":7},null]'],
]
const TRACED: readonly RawMember[] = [
  ['"ProviderGuid"', '"22fb2cd6-0e7b-422b-a0c7-2fad1fd0e716"'],
  ['"YaraMatch"', '[]'],
  ['"ProviderName"', '"Microsoft-Windows-Kernel-Process"'],
  ['"EventName"', '"ThreadStop/Stop"'],
  ['"TimeStamp"', '"2019-03-03T19:58:14.2862348+00:00"'],
  ['"XmlEventData"', '{"CycleTime":"4,266,270","PID":"8416"}'],
]

const NAMELESS = LOGGED.filter(([name]) => name !== '"ProviderName"')

/** How many of a hundred events are passed over, where one has that member too, or instead of its own; empty: not at all. */
function passedOf(members: readonly RawMember[], change?: RawMember): number {
  const others = members.filter(([name]) => name !== change?.[0])
  const changed = change === undefined ? members : change[1] === '' ? others : [...others, change]
  const lines = Array.from({length: 100}, (_, i) => SHAPES.line(i === 50 ? changed : members))
  return readBy(Buffer.from(lines.join('\n')), 'scan', 3000, [5000]).passed
}

const HIDING: readonly (readonly [what: string, members: readonly RawMember[], change: RawMember])[] = [
  ['bytes, printed as hex', LOGGED, ['"Message"', '[87,68,73]']],
  ['an object as text', LOGGED, ['"LogName"', '{"a":1}']],
  ['bytes of a value', LOGGED, ['"Properties"', '[{"Value":[87,68,73]}]']],
  ['bytes as a value', LOGGED, ['"Properties"', '[[87,68,73]]']],
  ['an object of a value', LOGGED, ['"ReplacementStrings"', '[{"Value":{"a":1}}]']],
  ['bytes of a field', TRACED, ['"XmlEventData"', '{"a":[87,68,73]}']],
  ['an object of a field', TRACED, ['"XmlEventData"', '{"a":{}}']],
  ['a letter as escape', LOGGED, ['"Message"', '"W\\u0044I_"']],
  ['a tab that may be a blank', LOGGED, ['"Message"', '"wdi\\tx"']],
  ['a tab behind n', LOGGED, ['"Message"', '"\\\\n\\tx"']],
  ['a name with a letter as escape', LOGGED, ['"I\\u0064"', '7']],
  ['a fraction', LOGGED, ['"Level"', '1.50']],
  ['an exponent', LOGGED, ['"Level"', '1e3']],
  ['zeros in front', LOGGED, ['"Level"', '007']],
  ['a negative zero', LOGGED, ['"Level"', '-0']],
  ['an id with letters', LOGGED, ['"Id"', '"0x138a"']],
  ['an id of eleven digits', LOGGED, ['"Id"', '"00000002847"']],
  ['an id that is no text', LOGGED, ['"Id"', '[5002]']],
  ['two names of the provider', LOGGED, ['"Source"', '"NWiFi"']],
  ['one name twice', LOGGED, ['"providername"', 'null']],
  ['a provider with an escape', LOGGED, ['"ProviderName"', '"a\\/b"']],
  ['a provider with a blank', TRACED, ['"ProviderName"', '" a"']],
  ['a provider that is no text', TRACED, ['"ProviderName"', '["a"]']],
  ['an event name that is no text', TRACED, ['"EventName"', '["/EventID(5002)"]']],
  ['another date', LOGGED, ['"TimeCreated"', '"2023-06-17T01:05:19.9479495+02:00"']],
  ['more digits', LOGGED, ['"TimeCreated"', '"2023-06-16T01:05:19.94794951+02:00"']],
  ['two times', LOGGED, ['"TimeGenerated"', '"2023-06-16T01:05:19.9479495+02:00"']],
  ['nothing as time', LOGGED, ['"TimeCreated"', 'null']],
  ['no time', LOGGED, ['"TimeCreated"', '']],
  ['neither provider nor id', NAMELESS, ['"Id"', 'null']],
  ['what is very deep', LOGGED, ['"Data"', `${'['.repeat(1000)}${']'.repeat(1000)}`]],
  ['events inside', LOGGED, ['"value"', '[{"a":1}]']],
]

const HARMLESS: readonly (readonly [what: string, members: readonly RawMember[], change: RawMember])[] = [
  ['what Windows escapes', LOGGED, ['"Message"', '"it\\u0027s \\u003Ca\\u003e \\u0026 \\"\\\\\\/\\r\\n\\tb:\\tc"']],
  ['bytes that nobody reads', LOGGED, ['"Data"', '[87,68,73]']],
  ['what is deep', LOGGED, ['"UserId"', '{"a":[{"b":[[1]]}]}']],
  ['what is too deep for PowerShell', LOGGED, ['"Properties"', '"System.Diagnostics.Eventing.Reader.EventProperty"']],
  ['an id as text', LOGGED, ['"Id"', '"4624"']],
  ['no provider, but an id', LOGGED, ['"ProviderName"', 'null']],
  ['no id, but a provider', LOGGED, ['"Id"', 'null']],
  ['another name of nobody', LOGGED, ['"Source"', '""']],
  ['names of the classic log', LOGGED, ['"ReplacementStrings"', '["a",1,null,true]']],
  ['zeros left out', LOGGED, ['"TimeCreated"', '"2023-06-16T01:05:19.94+02:00"']],
  ['no fraction', TRACED, ['"TimeStamp"', '"2019-03-03T19:58:14+00:00"']],
  ['long numbers', LOGGED, ['"Keywords"', '-9223372036854775808']],
  ['an id that nobody wants', TRACED, ['"EventName"', '"Task\\/EventID(7)"']],
  ['a value that is no array', LOGGED, ['"value"', '"x"']],
]

describe('one event among others', () => {
  it.each(HIDING)('is read, and those beside it: %s', (_, members, change) => {
    const read = passedOf(members) - passedOf(members, change)
    // After another date the one before is another one again.
    expect(read).toBe(change[1].includes('-17T') ? 4 : 3)
  })

  it.each(HARMLESS)('is passed over: %s', (_, members, change) => {
    expect(passedOf(members)).toBeGreaterThan(60)
    expect(passedOf(members, change)).toBe(passedOf(members))
  })
})
