import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {decodeTlvs} from '../../src/wdi/decode.js'
import {encodeTlvs, type FieldValue, type FieldValues, type TlvValue} from '../../src/wdi/encode.js'
import {
  associationRequest,
  associationResponse,
  authentication,
  beacon,
  element,
  reasonBody,
  ssidElement,
} from '../../src/wdi/frame-builders.js'
import {type FieldSpec, MESSAGES, type MemberSpec, structByName, type TlvSpec, tlvByName} from '../../src/wdi/spec.js'
import {toValues} from '../../src/wdi/to-values.js'
import {haveVectors, malformed, streams, vector} from './vectors.js'

const frames: Readonly<Record<string, Uint8Array>> = {
  'association-or-reassociation-request': associationRequest({form: 'assoc', elements: [ssidElement('net')]}),
  'association-or-reassociation-response': associationResponse({code: 0, elements: []}),
  authentication: authentication({algorithm: 0, sequence: 2, code: 0, elements: []}),
  beacon: beacon([ssidElement('net')]),
  'beacon-or-probe-response': beacon([]),
  'probe-response': beacon([ssidElement('')]),
  deauthentication: reasonBody(3),
  disassociation: reasonBody(8),
  action: Uint8Array.of(10, 7, 1),
}

/** Keys are never kept, so they can only come back as zeros. */
const isKey = (field: FieldSpec) => field.name === 'kck' || field.name === 'kek'

function fieldValue(field: FieldSpec): fc.Arbitrary<FieldValue> {
  if (isKey(field)) return fc.constant(new Uint8Array(16))
  const struct = structByName.get(field.type)
  if (struct && struct.fields.length > 1) return record(struct.fields)
  if (struct || field.count !== undefined || field.type === 'GUID') {
    return fc.uint8Array({minLength: field.bytes, maxLength: field.bytes})
  }
  if (field.bool) return fc.boolean()
  return fc.bigInt({min: 0n, max: (1n << BigInt(8 * field.bytes)) - 1n})
}

const record = (fields: readonly FieldSpec[]): fc.Arbitrary<FieldValues> =>
  fc.record(Object.fromEntries(fields.map(field => [field.name, fieldValue(field)])))

function array(spec: TlvSpec): fc.Arbitrary<TlvValue> {
  const format = spec.content?.format
  const bytes = (arbitrary: fc.Arbitrary<Uint8Array>) => arbitrary.map(value => ({tlv: spec.name, bytes: value}))
  if (format === 'key-material') return bytes(fc.nat({max: 32}).map(length => new Uint8Array(length)))
  if (format === '80211-frame')
    return fc.constant({tlv: spec.name, bytes: frames[spec.content?.frame ?? ''] ?? expect.fail(spec.name)})
  if (format === '80211-elements') return bytes(fc.uint8Array({maxLength: 40}).map(body => element(9, body)))
  if (format === 'ssid') return bytes(fc.uint8Array({maxLength: 32}))
  if (format === 'bytes') return bytes(fc.uint8Array({minLength: 16, maxLength: 16}))
  const field = spec.fields[0] as FieldSpec
  if (field.bytes === 1) return bytes(fc.uint8Array({maxLength: 40}))
  return fc.array(record(spec.fields), {maxLength: 4}).map(items => ({tlv: spec.name, items}))
}

function tlv(spec: TlvSpec): fc.Arbitrary<TlvValue> {
  if (spec.kind === 'tlvs') return members(spec.members).map(tlvs => ({tlv: spec.name, tlvs}))
  if (spec.kind === 'none') return fc.uint8Array({maxLength: 8}).map(bytes => ({tlv: spec.name, bytes}))
  return spec.array ? array(spec) : record(spec.fields).map(fields => ({tlv: spec.name, fields}))
}

function members(list: readonly MemberSpec[]): fc.Arbitrary<TlvValue[]> {
  const numbered = list.flatMap(member => {
    const spec = member.tlv === null ? undefined : tlvByName.get(member.tlv)
    return spec && spec.type !== null ? [{member, spec}] : []
  })
  const each = numbered.map(({member, spec}) =>
    fc.array(tlv(spec), {minLength: member.optional ? 0 : 1, maxLength: member.multiple ? 3 : 1}),
  )
  return fc.tuple(...each).map(lists => lists.flat())
}

const lists = MESSAGES.flatMap(message =>
  Object.entries(message.payloads).map(([kind, list]) => ({
    title: `${message.name} ${kind}`,
    name: message.name,
    list,
  })),
)

describe('every payload list of the specification', () => {
  it('is all of them', () => expect(lists.length).toBe(151))

  it.each(lists)('$title: encode, decode, encode', ({name, list}) => {
    fc.assert(
      fc.property(members(list as MemberSpec[]), values => {
        const bytes = encodeTlvs(values)
        const {tlvs, problems} = decodeTlvs(bytes, {message: name})
        expect(problems).toEqual([])
        expect(tlvs.map(node => node.name)).toEqual(values.map(value => value.tlv))
        expect(Buffer.from(encodeTlvs(toValues(tlvs))).toString('hex')).toBe(Buffer.from(bytes).toString('hex'))
      }),
      {numRuns: 8},
    )
  })
})

describe.skipIf(!haveVectors)('real bytes (not in the project: ../shared)', () => {
  it.each(streams.filter(name => !malformed.includes(name)))('%s comes back from its values', name => {
    const bytes = vector(name)
    expect(Buffer.from(encodeTlvs(toValues(decodeTlvs(bytes).tlvs)))).toEqual(Buffer.from(bytes))
  })

  it('as fields, not as copied bytes', () => {
    const [result] = toValues(decodeTlvs(vector('s_TLV_Success_AssociationResult_6_FT_CCMP')).tlvs)
    expect(result?.tlvs?.find(value => value.tlv === 'WDI_TLV_ASSOCIATION_RESULT_PARAMETERS')?.fields).toMatchObject({
      authAlgorithm: 6,
      wmmQosEnabled: true,
    })
  })
})

describe('what cannot be written', () => {
  it.each([
    [{tlv: 'WDI_TLV_NOTHING'}, 'no TLV'],
    [{tlv: 'WDI_TLV_REPLAY_COUNTER'}, 'not public'],
    [{tlv: 'WDI_TLV_BSSID', fields: {bsid: '02:00:00:00:0a:01'}}, 'no field bsid'],
    [{tlv: 'WDI_TLV_BSSID', fields: {bssid: '02:00'}}, 'six bytes'],
    [{tlv: 'WDI_TLV_ROAMING_NEEDED_PARAMETERS', fields: {roamReason: 'ten'}}, 'roamReason is a number'],
    [{tlv: 'WDI_TLV_AUTH_ALGO_LIST', fields: {authAlgorithm: 7}}, 'no fixed structure'],
    [{tlv: 'WDI_TLV_IHV_DATA', bytes: new Uint8Array(0x10000)}, '65,535'],
  ] as [TlvValue, string][])('%#', (value, told) => expect(() => encodeTlvs([value])).toThrow(told))

  it('fills what is not given with zeros, and writes older layouts on demand', () => {
    expect(encodeTlvs([{tlv: 'WDI_TLV_BSSID'}])).toEqual(Uint8Array.of(2, 0, 6, 0, 0, 0, 0, 0, 0, 0))
    const settings = encodeTlvs([{tlv: 'WDI_TLV_CONNECTION_SETTINGS', fields: {roamRequest: 1}, size: 13}])
    expect(settings.length).toBe(17)
  })
})
