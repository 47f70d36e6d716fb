import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {scratch} from './read.js'
import {type ZipFile, zip} from './zip.js'

const {contents} = scratch()
const of = async (files: readonly ZipFile[]) => (await contents('x.zip', zip(files))).files
const AGAIN = 'copy its archive again from where it came from.'

describe('a ZIP archive', () => {
  it('stands for its files, in its own order, below its own path', async () => {
    const files = [
      {name: 'b.txt', data: 'second'},
      {name: 'logs/', data: '', method: 0},
      {name: 'logs/a.txt', data: 'first', method: 0},
      {name: 'logs\\ü.txt', data: 'third', behind: 'signed'},
      {name: 'empty.txt', data: ''},
      {name: 'long.txt', data: 'fourth', long: true},
    ] as const
    expect(await contents('x.zip', zip(files, {comment: 'made by hand'}))).toEqual({
      files: [
        {path: 'x.zip/b.txt', text: 'second'},
        {path: 'x.zip/logs/a.txt', text: 'first'},
        {path: 'x.zip/logs/ü.txt', text: 'third'},
        {path: 'x.zip/empty.txt', text: ''},
        {path: 'x.zip/long.txt', text: 'fourth'},
      ],
      notes: [],
    })
  })

  it('is known by its bytes and not by its name', async () => {
    const {files} = await contents('trace.txt', zip([{name: 'a', data: 'text'}]))
    expect(files).toEqual([{path: 'trace.txt/a', text: 'text'}])
    expect((await contents('text.zip', Buffer.from('PKZIP is no archive'))).files).toEqual([
      {path: 'text.zip', text: 'PKZIP is no archive'},
    ])
  })

  it('may hold gzip', async () => {
    expect(await of([{name: 'a.gz', data: gzipSync('text'), method: 0}])).toEqual([{path: 'x.zip/a.gz', text: 'text'}])
  })

  it('without files says so, and so does a document of Office', async () => {
    expect(await of([])).toEqual([
      {
        path: 'x.zip',
        text: '',
        error: 'The archive "x.zip" holds no files to read; give one that holds traces.',
      },
    ])
    const [document, ...more] = await of([
      {name: '[Content_Types].xml', data: '<Types/>'},
      {name: 'xl/workbook.xml', data: '<workbook/>'},
    ])
    expect(more).toEqual([])
    expect(document?.error).toBe('"x.zip" is an Office document, not a trace; save the table as CSV first.')
  })

  it('leaves out what is hidden or a link, as folders do', async () => {
    const {files, notes} = await contents(
      'x.zip',
      zip([
        {name: '__MACOSX/._a.txt', data: 'x'},
        {name: '.git/config', data: 'x'},
        {name: 'link', data: '/etc/passwd', madeBy: 3 << 8, attributes: 0xa1ff0000},
        {name: 'a.txt', data: 'seen', madeBy: 3 << 8, attributes: 0x81a40000},
      ]),
    )
    expect(files).toEqual([{path: 'x.zip/a.txt', text: 'seen'}])
    expect(notes).toEqual([
      '"x.zip/__MACOSX/._a.txt" is hidden and was left out.',
      '"x.zip/.git/config" is hidden and was left out.',
      '"x.zip/link" is a link and was left out.',
    ])
  })

  it('names what is encrypted or packed by other methods, and reads the rest', async () => {
    const told = await of([
      {name: 'secret.txt', data: 'x', flags: 0x801},
      {name: 'strong.txt', data: 'x', flags: 0x841},
      {name: 'large.txt', data: 'x', method: 14},
      {name: 'new.txt', data: 'x', method: 77},
      {name: 'a.txt', data: 'plain'},
    ])
    expect(told.map(({path, error = null}) => [path, error])).toEqual([
      [
        'x.zip/secret.txt',
        '"x.zip/secret.txt" is encrypted; unpack its archive with the password, and give what was in it.',
      ],
      [
        'x.zip/strong.txt',
        '"x.zip/strong.txt" is encrypted; unpack its archive with the password, and give what was in it.',
      ],
      [
        'x.zip/large.txt',
        '"x.zip/large.txt" is packed by a method that roamscope does not read (LZMA); unpack its archive with the program that made it, and give what was in it.',
      ],
      ['x.zip/new.txt', expect.stringContaining('(number 77)')],
      ['x.zip/a.txt', null],
      // yauzl gives up the whole list where one file has strong encryption.
      ['x.zip', expect.stringContaining('its list of contents cannot be read; what was found without it was read')],
    ])
    expect(told[4]?.text).toBe('plain')
  })

  it('notices data that does not fit what is said about it', async () => {
    const long = 'a'.repeat(100)
    const told = await of([
      {name: 'sum', data: long, crc: 1},
      {name: 'short', data: long, size: 101},
      {name: 'long', data: long, size: 99},
      {name: 'stored', data: long, method: 0, size: 99},
      {name: 'bad', data: long, packed: Buffer.from([7, 7, 7, 7])},
      {name: 'good', data: long},
    ])
    expect(told.map(({error = null}) => error)).toEqual([
      `"x.zip/sum" is damaged: its check sum is wrong; its first 100 bytes, unpacked, were read: ${AGAIN}`,
      `"x.zip/short" ends too early; its first 100 bytes, unpacked, were read: ${AGAIN}`,
      `"x.zip/long" is longer than its archive says; nothing of it could be read: ${AGAIN}`,
      `"x.zip/stored" is longer than its archive says; nothing of it could be read: ${AGAIN}`,
      `"x.zip/bad" is damaged; nothing of it could be read: ${AGAIN}`,
      null,
    ])
  })

  it('stops at what swells as no trace does, and reads the rest', async () => {
    const size = (64 << 20) + 1
    const told = await of([
      {name: 'bomb', data: Buffer.alloc(size)},
      {name: 'good', data: 'text'},
    ])
    expect(told[0]?.text.length).toBe(64 << 20)
    expect(told[0]?.error).toBe(
      `"x.zip/bomb" swells to more than 250 times its size, as no trace does; its first ${64 << 20} bytes, unpacked, were read: ${AGAIN}`,
    )
    expect(told[1]).toEqual({path: 'x.zip/good', text: 'text'})
  })

  it('lets no two files have the same bytes', async () => {
    const told = await of([
      {name: 'a', data: 'text'},
      {name: 'b', data: 'text', sameAs: 0},
      {name: 'c', data: 'text', sameAs: 0},
      {name: 'd', data: 'last'},
    ])
    expect(told.map(({path, text, error = null}) => [path, text, error === null])).toEqual([
      ['x.zip/a', 'text', true],
      ['x.zip/b', '', false],
      ['x.zip/c', '', false],
      ['x.zip/d', 'last', true],
    ])
  })

  it('shows hostile names so that they lead nowhere', async () => {
    const names = [
      '../../etc/passwd',
      '/etc/shadow',
      'C:\\x\\..\\y',
      'a\u001b[2Jb',
      'r\u202etxt.exe',
      './.',
      '__proto__',
    ]
    const told = await of(names.map(name => ({name, data: 'x'})))
    expect(told.map(({path}) => path)).toEqual([
      'x.zip/%2E%2E/%2E%2E/etc/passwd',
      'x.zip/etc/shadow',
      'x.zip/C:/x/%2E%2E/y',
      'x.zip/a%1B[2Jb',
      'x.zip/r%E2%80%AEtxt.exe',
      'x.zip/%2E/%2E',
      'x.zip/__proto__',
    ])
    const [long] = await of([{name: 'n'.repeat(5000), data: 'x'}])
    expect(long?.path).toBe(`x.zip/${'n'.repeat(1024)}…`)
    // Without the mark for UTF-8 names are in the code page of DOS.
    const [old] = await of([{name: Buffer.from([0x81, 0x1b]), data: 'x', flags: 0}])
    expect(old?.path).toBe('x.zip/ü←')
    const [unix] = await of([{name: 'ü', data: 'x', flags: 0, madeBy: 3 << 8}])
    expect(unix?.path).toBe('x.zip/ü')
  })
})

describe('a ZIP archive that was cut', () => {
  const files: readonly ZipFile[] = [
    {name: 'a.txt', data: 'the first file, stored', method: 0},
    {name: 'b.txt', data: 'the second file, deflated '.repeat(4)},
    {name: 'c.txt', data: 'the third file, sizes behind '.repeat(4), behind: 'signed'},
    {name: 'd.txt', data: 'the fourth file, the same without signature', behind: 'bare'},
    {name: 'e/', data: '', method: 0},
    {name: 'f.txt', data: 'the last file'},
  ]
  const real = files.filter(({name}) => name !== 'e/')

  it('gives all that is left of it, wherever it is cut, and says that it was cut', async () => {
    const whole = zip(files)
    const data = zip(files, {cut: true}).length
    let before = 0
    for (let length = 8; length < whole.length; length++) {
      const told = (await contents('x.zip', whole.subarray(0, length))).files
      expect(told.at(-1)).toMatchObject({path: 'x.zip', text: '', error: expect.stringContaining('ends too early')})
      const members = told.slice(0, -1)
      members.forEach(({path, text, error}, i) => {
        const {name, data} = real[i] as ZipFile
        expect(path).toBe(`x.zip/${name}`)
        expect(data.toString().startsWith(text)).toBe(true)
        // Only the last one can be cut.
        if (i < members.length - 1)
          expect({text, error}, `${name} of ${length}`).toEqual({text: data, error: undefined})
        else if (text !== data) expect(error, `${name} of ${length}`).toContain('ends too early')
      })
      const total = members.reduce((sum, {text}) => sum + text.length, 0)
      expect(total).toBeGreaterThanOrEqual(before)
      before = total
    }
    expect(before).toBe(real.reduce((sum, {data}) => sum + data.length, 0))
    expect(data).toBeLessThan(whole.length)
  })

  it('is read without its list where that is damaged', async () => {
    const whole = zip(files)
    whole.write('XX', zip(files, {cut: true}).length, 'latin1')
    const told = (await contents('x.zip', whole)).files
    expect(told.map(({text}) => text)).toEqual([...real.map(({data}) => data), ''])
    expect(told.at(-1)?.error).toBe(
      '"x.zip" ends too early or is damaged, so that its list of contents cannot be read; what was found without it was read: copy it again from where it came from.',
    )
    const trailing = (await contents('x.zip', Buffer.concat([zip(files), Buffer.alloc(9)]))).files
    expect(trailing).toHaveLength(real.length + 1)
  })
})

it('whatever is packed comes out again', async () => {
  const file = fc.record({
    name: fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8})?$/),
    data: fc.uint8Array({maxLength: 3000}),
    method: fc.constantFrom(0, 8),
    long: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(file, {minLength: 1, maxLength: 6}), async files => {
      const told = (await contents('x.zip', zip(files))).files
      expect(told).toEqual(
        files.map(({name, data}) => ({path: `x.zip/${name}`, text: Buffer.from(data).toString('latin1')})),
      )
    }),
    {numRuns: 60},
  )
})

it('no bytes make it throw anything but reasons', async () => {
  const whole = zip([
    {name: 'a.txt', data: 'some text '.repeat(20)},
    {name: 'b.txt', data: 'stored', method: 0, long: true},
  ])
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 6}), async changes => {
      const bytes = Buffer.from(whole)
      for (const [at, byte] of changes) bytes[at] = byte
      const {files} = await contents('x.zip', bytes)
      expect(files.length).toBeGreaterThan(0)
    }),
    {numRuns: 300},
  )
})
