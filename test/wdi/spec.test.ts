import {describe, expect, it} from 'vitest'
import {
  BARE_MESSAGES,
  codes,
  ENUMS,
  enumByName,
  MESSAGES,
  type MemberSpec,
  primitiveBytes,
  SOURCES,
  structByName,
  TLVS,
  tlvByName,
  tlvsByType,
} from '../../src/wdi/spec.js'

const duplicates = (values: readonly unknown[]) => values.filter((value, index) => values.indexOf(value) !== index)
const payloads = MESSAGES.flatMap(message => [
  ...Object.values(message.payloads).flat(),
  ...(message.undocumentedPayload ?? []),
  ...Object.values(message.variants?.WDI?.payloads ?? {}).flat(),
]) as MemberSpec[]

describe('the specification as data', () => {
  it('has the entries that its README counts', () => {
    expect(MESSAGES.length).toBe(111)
    expect(BARE_MESSAGES.length).toBe(9)
    expect(TLVS.length).toBe(358 + 11)
    expect(ENUMS.length).toBe(62)
    expect([codes.statusCodes.size, codes.reasonCodes.size]).toEqual([72, 61])
  })

  it('gives commands and indications one number space without double use', () => {
    const messages = [...MESSAGES, ...BARE_MESSAGES]
    expect(duplicates(messages.map(message => message.messageId))).toEqual([])
    expect(duplicates(messages.map(message => message.name))).toEqual([])
    for (const {name, messageId, value} of messages) {
      expect(value, name).toBe((name.startsWith('OID_') ? 0xe4400000 : 0x40050000) + messageId)
    }
  })

  it('pairs every task with a completion and back', () => {
    const tasks = MESSAGES.filter(message => message.kind === 'task')
    expect(tasks.length).toBe(21)
    for (const task of tasks) {
      const completion = MESSAGES.find(message => message.name === task.completion)
      expect(completion?.completes, task.name).toBe(task.name)
    }
    expect(MESSAGES.filter(message => message.completes).length).toBe(21)
  })

  it('refers only to TLVs that exist', () => {
    const names = [...payloads, ...TLVS.flatMap(tlv => tlv.members)].flatMap(({tlv}) => (tlv === null ? [] : [tlv]))
    expect(names.filter(name => !tlvByName.has(name))).toEqual([])
  })

  it('refers only to enums, structs and primitives that exist', () => {
    const fields = [...TLVS.flatMap(tlv => tlv.fields), ...[...structByName.values()].flatMap(struct => struct.fields)]
    for (const {name, type, bytes, count, enum: set, flags} of fields) {
      const size = structByName.get(type)?.size ?? (primitiveBytes.get(type) ?? 0) * (count ?? 1)
      expect(size, `${name}: ${type}`).toBe(bytes)
      for (const used of [set, flags]) if (used !== undefined) expect(enumByName.has(used), used).toBe(true)
    }
  })

  it('has a layout for every TLV but those that no page describes', () => {
    const bare = TLVS.filter(tlv => tlv.kind === 'none')
    expect(bare.filter(tlv => !tlv.unused).map(tlv => tlv.name)).toEqual(
      TLVS.filter(tlv => tlv.notes.includes('numbered by a header, described by no page')).map(tlv => tlv.name),
    )
    expect(bare.length).toBe(27 + 11)
  })

  it('says how large every fixed layout is, and that older ones are prefixes of it', () => {
    for (const tlv of TLVS.filter(({kind}) => kind === 'fields')) {
      expect(
        tlv.fields.reduce((sum, field) => sum + field.bytes, 0),
        tlv.name,
      ).toBe(tlv.size)
      const ends = tlv.fields.map((_, index) =>
        tlv.fields.slice(0, index + 1).reduce((sum, field) => sum + field.bytes, 0),
      )
      for (const size of tlv.olderSizes) expect(ends, `${tlv.name} ${size}`).toContain(size)
      if (tlv.array) expect(tlv.fields.length, tlv.name).toBe(1)
    }
    expect(tlvByName.get('WDI_TLV_CONNECTION_SETTINGS')?.olderSizes).toEqual([13, 14, 15, 16])
    expect(tlvByName.get('WDI_TLV_ASSOCIATION_RESULT_PARAMETERS')?.olderSizes).toEqual([44])
  })

  it('numbers TLVs once, but for the four that were renamed', () => {
    const twice = [...tlvsByType].filter(([, tlvs]) => tlvs.length > 1).map(([type]) => type)
    expect(twice.sort()).toEqual([0x14d, 0x14e, 0x150, 0x151])
    for (const type of twice) {
      const [newer, older] = tlvsByType.get(type) ?? []
      expect(older?.renamedTo).toBe(newer?.name)
    }
    expect(TLVS.filter(tlv => tlv.type === null && !tlv.unused).map(tlv => tlv.name)).toEqual([
      'WDI_TLV_6_GHZ_BAND_CHANNEL',
      'WDI_TLV_REPLAY_COUNTER',
    ])
  })

  it('names a source for every number', () => {
    for (const tlv of TLVS) if (tlv.type !== null) expect(SOURCES[tlv.typeSource ?? ''], tlv.name).toBeDefined()
    for (const message of MESSAGES) expect(SOURCES[message.valueSource], message.name).toBeDefined()
    const sources = new Set(
      ENUMS.flatMap(set => set.values.filter(({value}) => value !== null).map(({source}) => source)),
    )
    expect(sources.has(null)).toBe(false)
  })

  it('keeps what its README corrects', () => {
    expect(tlvByName.get('WDI_TLV_PHY_DATA_RATE_LIST')?.type).toBe(0x1f)
    const value = (set: string, member: string) => enumByName.get(set)?.values.find(({name}) => name === member)?.value
    expect(value('WDI_PHY_TYPE', 'WDI_PHY_TYPE_ANY')).toBe(0)
    expect(value('WDI_CIPHER_KEY_TYPE', 'WDI_CIPHER_KEY_TYPE_BIGTK')).toBe(4)
    expect(value('RSNA_AKM_SUITE', 'rsna_akm_sae_pmk256')).toBe(0x08ac0f00)
  })
})
