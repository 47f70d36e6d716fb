import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readBy} from '../parsers/scan/both-ways.js'
import {inBlocks, type Wish} from '../parsers/scan/in-blocks.js'

const record = (text: string, second = 0, day = '03/02/2026') =>
  `[1]0044.3607::${day}-10:00:${String(second).padStart(2, '0')}.0000000 [wdiwifi]${text}`
const listing = (texts: readonly string[]) => texts.map((text, i) => record(text, i % 60)).join('\r\n')
const noise = (count: number) => Array.from({length: count}, (_, i) => `nothing ${i}`)
const small = {headLength: 300, size: 400}
const ROAM = 'OID_WDI_TASK_ROAM PortId=1 TransactionId=101'

/** Lines of which a dialect may have to know later: of Native 802.11, of each sample driver, of this project. */
const REMEMBERED = [
  ['NDIS_STATUS_DOT11_ROAMING_START', 'NDIS_STATUS_MEDIA_CONNECT', 'NDIS_STATUS_MEDIA_DISCONNECT'],
  [
    ...['N6WdiHandleOidRequestEx Oid:0xe4400006', '==> OidHandle_IndicateM3 (e4400006)', 'Task target is adapter'],
    ...['==> OidHandle_IndicateM4 (e4400006)', '<== OidHandle_IndicateM4 returns: 0x0', 'TASK CMD execution time:12us'],
  ],
  [
    ...['WifiRequest M3 failed: 0xC0000001, BytesWritten: 0', 'RunTransitionByMessage failed for MessageId: 0x0065'],
    ...['WDI_SET_SAE_AUTH_PARAMS called!', '[SAE] WDI_SET_SAE_AUTH_PARAMS has Commit request'],
    'Setting OS requested Radio State: SoftwareRadioState=1',
  ],
  [
    ...['capture model=native80211', 'alias ap=02:00:00:00:0a:01', 'LOG EVENTS_LOST ? count=3'],
    'IND ROAM_COMPLETE 1 101 status=success',
  ],
]

async function expectSame(text: string | Uint8Array, wish: Wish = small) {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const parts = await inBlocks(bytes, wish)
  expect(parts?.result).toEqual(readBy(bytes, wish.full ? 'full' : 'scan', wish.headLength, [4096]).result)
  return parts as NonNullable<typeof parts>
}

describe('a listing read in blocks comes to what it comes to in one piece', () => {
  it('with events in all of them', async () => {
    const {blocks, again, result} = await expectSame(
      listing([...noise(9), ROAM, ...noise(20), ROAM, ...noise(9), ROAM]),
    )
    expect([blocks > 5, again]).toEqual([true, 0])
    expect(result.events.map(({line}) => line)).toEqual([10, 31, 41])
  })

  it('after midnight, with losses at the borders, with other letters', async () => {
    const lossy = [1, 2, 3, 4, 5, 6].map(
      i => `[1]0044.3607::03/03/2026-00:00:0${i}.0000000 [RT_LostEvent]Caf\u00e9 ${'x'.repeat(40 * i)}`,
    )
    const {again} = await expectSame([listing(noise(20)), ...lossy, listing(noise(20))].join('\n'))
    expect(again).toBe(0)
  })

  it('where the file ends inside a record, or begins in one', async () => {
    const text = `rest of a record\n${listing([...noise(20), ROAM, ...noise(20)])}\n`
    for (let cut = 0; cut < 120; cut++) {
      const {again} = await expectSame(text.slice(0, text.length - cut))
      expect(again).toBe(0)
    }
  })

  it.each([
    ['the text is no UTF-8 any more', [Buffer.from(`${record('Caf')}`), Buffer.from([0xe9, 10])]],
    ['a debugger begins to talk', [Buffer.from('Found Buffers: 3 Messages: 4\n')]],
    ['lines are numbered', [Buffer.from(`17 ${record('x')}\n`)]],
    ['a message comes after which others count', [Buffer.from(`${record('NDIS_STATUS_DOT11_ROAMING_START')}\n`)]],
    ['a command is begun', [Buffer.from(`${record('Setting OS requested Radio State: SoftwareRadioState=1')}\n`)]],
    ['there is notation of this project', [Buffer.from(`${record('capture model=native80211')}\n`)]],
    [
      'the console has counted losses',
      [Buffer.from('03/02/2026-10:00:00.000 ::     1: Filled=1, Lost=2 TotalLost=2\n')],
    ],
  ])('the rest is read again where %s', async (_, turn) => {
    const before = Buffer.from(`${listing([...noise(20), ROAM, ...noise(20)])}\n`)
    const after = Buffer.from(listing([...noise(20), ROAM, ...noise(20), 'NDIS_STATUS_LINK_STATE x', ...noise(20)]))
    const {blocks, again} = await expectSame(Buffer.concat([before, ...turn, after]))
    expect([blocks > 5, again]).toEqual([true, 1])
  })

  it('where a block could not be read', async () => {
    const {again} = await expectSame(listing([...noise(9), ROAM, ...noise(40)]), {...small, lost: [2]})
    expect(again).toBe(1)
  })

  it('of lines longer than blocks', async () => {
    await expectSame([listing(noise(9)), 'x'.repeat(3000), 'y'.repeat(3000), listing(noise(9)), ROAM].join('\n'))
  })

  it('property: whatever dialects remember of earlier lines', async () => {
    let [whole, read] = [0, 0]
    const texts = fc.constantFrom(...REMEMBERED).chain(remembered => {
      const line = fc.oneof(
        {weight: 12, arbitrary: fc.constantFrom('nothing', ROAM)},
        {weight: 1, arbitrary: fc.constantFrom(...remembered)},
      )
      return fc.array(line, {minLength: 10, maxLength: 60, size: 'max'})
    })
    const check = fc.asyncProperty(texts, fc.integer({min: 200, max: 1500}), async (lines, size) => {
      const parts = await inBlocks(Buffer.from(listing(lines)), {headLength: 300, size})
      if (parts === null) return
      await expectSame(listing(lines), {headLength: 300, size})
      if (parts.again === 0) whole++
      else read++
    })
    await fc.assert(check, {numRuns: Number(process.env.RUNS ?? 150)})
    expect([whole > 5, read > 20]).toEqual([true, true])
  })

  it('not where other records begin right behind the head', async () => {
    const columns = 'Event Name, Type, Event ID, Clock-Time, User Data'
    const rows = noise(20).map(text => `nwifi, Info, 8003, 133127435730482450, "${text}"`)
    const joined = [columns, ...rows, 'Event Name, Clock-Time, User Data', ...rows].join('\n')
    const headLength = joined.lastIndexOf('Event Name') - 10
    expect(await inBlocks(Buffer.from(joined), {headLength, size: 400})).toBe(null)
    const {blocks, again} = await expectSame(joined)
    expect([blocks > 3, again]).toEqual([true, 1])
  })

  it('not where nothing tells a record by itself', async () => {
    const text = 'OID_WDI_TASK_ROAM PortId=1 TransactionId=5\n'.repeat(100)
    expect(await inBlocks(Buffer.from(text), small)).toBe(null)
    expect(await inBlocks(Buffer.from(listing(noise(2))), small)).toBe(null)
    expect(await inBlocks(Buffer.from(''), small)).toBe(null)
  })
})
