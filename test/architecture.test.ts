import {readdirSync, readFileSync} from 'node:fs'
import {builtinModules} from 'node:module'
import {dirname, join, normalize, relative, sep} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'

const root = fileURLToPath(new URL('../src', import.meta.url))

interface Wall {
  /** Folders of src, or single files of another folder. A folder may always import from itself. */
  readonly may: readonly string[]
  /** Packages and modules of Node. */
  readonly outside: readonly string[]
}

/** The stages, last one first: bytes → sources → parsers → dialects → events → sessions → rules → analysis → reports. */
const walls: Readonly<Record<string, Wall>> = {
  commands: {
    may: [
      'cli',
      'analysis',
      'fleet',
      'reports',
      'rules',
      'parsers',
      'sources',
      'dialects',
      'wdi',
      'exports',
      'events',
      'explain',
      'user',
    ],
    outside: ['@oclif/core', 'node:fs', 'node:fs/promises', 'node:path'],
  },
  cli: {
    may: ['analysis', 'fleet', 'reports', 'rules', 'parsers', 'sources', 'dialects', 'sessions/session.ts', 'user'],
    outside: [
      '@oclif/core',
      'chalk',
      'node:fs',
      'node:fs/promises',
      'node:os',
      'node:path',
      'node:stream',
      'node:worker_threads',
    ],
  },
  // Runs before anything else is loaded, and loads it.
  'cli/start': {
    may: ['cli/command.ts'],
    outside: ['@oclif/core', 'node:fs', 'node:os', 'node:path', 'node:v8', 'node:vm', 'node:zlib'],
  },
  explain: {may: ['rules', 'events', 'wdi', 'dialects'], outside: []},
  reports: {
    may: [
      'analysis',
      'fleet',
      'rules',
      'user/rules',
      'sessions/session.ts',
      'events',
      'parsers/parser.ts',
      'parsers/capabilities.ts',
      'wdi/explaining/match.ts',
    ],
    outside: ['chalk', 'string-width'],
  },
  // Beside the reports, not above the commands: it adds up what captures come to.
  fleet: {may: ['analysis', 'rules', 'sessions', 'events', 'wdi', 'sources/source.ts'], outside: []},
  analysis: {
    may: ['autoconfig', 'parsers', 'dialects', 'sessions', 'rules', 'events', 'wdi', 'sources/source.ts'],
    outside: ['node:crypto'],
  },
  rules: {may: ['autoconfig', 'sessions', 'events', 'wdi', 'parsers/capabilities.ts'], outside: ['node:crypto']},
  sessions: {may: ['autoconfig', 'events', 'wdi', 'parsers/capabilities.ts'], outside: ['node:crypto']},
  exports: {
    may: ['autoconfig', 'events', 'wdi', 'parsers/scenario', 'parsers/parser.ts', 'parsers/capabilities.ts'],
    outside: [],
  },
  // What Windows says of itself: event tables, state machines, reasons.
  autoconfig: {may: ['events'], outside: []},
  dialects: {
    may: [
      'autoconfig',
      'events',
      'wdi',
      'parsers/scenario',
      'parsers/capabilities.ts',
      'parsers/stamps.ts',
      'parsers/own-text.ts',
      'user/files',
    ],
    outside: ['re2js'],
  },
  'user/config': {may: ['user/files', 'user/rules', 'rules'], outside: []},
  'user/rules': {
    may: [
      'user/files',
      'rules',
      'sessions',
      'events',
      'wdi',
      'parsers/capabilities.ts',
      'analysis',
      'dialects/index.ts',
    ],
    outside: [],
  },
  'user/filters': {may: ['user/files'], outside: ['re2js', 'saxes']},
  // Files that users write: dialects, rules, configuration.
  'user/files': {may: [], outside: ['ajv', 'yaml']},
  // node:buffer and node:crypto: pure functions on bytes.
  parsers: {
    may: ['autoconfig', 'events', 'wdi', 'dialects/dialect.ts'],
    outside: ['csv-parse', 'saxes', 'node:buffer', 'node:crypto'],
  },
  // For `explain`: what Windows' reasons and events mean is part of what a code can mean.
  wdi: {may: ['events', 'autoconfig'], outside: []},
  events: {may: [], outside: []},
  sources: {
    may: [],
    outside: [
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:zlib',
      'node:crypto',
      'node:stream',
      'tinyglobby',
      'yauzl',
    ],
  },
}

const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .filter(name => name.endsWith('.ts'))
  .map(name => name.split(sep).join('/'))
  .sort()
const source = (file: string) => readFileSync(join(root, file), 'utf8')
/** Comments hold words that code may not. */
const code = (file: string) =>
  source(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
/** The folder; the launcher and what users write have walls of their own. */
const stageOf = (file: string) => /^(user\/|cli\/start\b)?[^/]*/.exec(file)?.[0] ?? file

function* imports(file: string): Iterable<string> {
  for (const [, from, bare, dynamic] of code(file).matchAll(
    /\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  )) {
    yield (from ?? bare ?? dynamic) as string
  }
}

/** `csv-parse/sync` is csv-parse, `@oclif/core/flags` is @oclif/core. */
const packageOf = (specifier: string) =>
  specifier.startsWith('node:')
    ? specifier
    : specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/')

describe('who may import whom', () => {
  it('has a row for every folder of src', () => {
    expect([...new Set(files.map(stageOf))].filter(stage => !(stage in walls))).toEqual([])
  })

  it.each(files)('%s', file => {
    const stage = stageOf(file)
    const wall = walls[stage] as Wall
    for (const specifier of imports(file)) {
      if (!specifier.startsWith('.')) {
        expect(builtinModules, `${specifier} without node:`).not.toContain(specifier)
        expect(wall.outside, `${file} → ${specifier}`).toContain(packageOf(specifier))
        continue
      }
      const target = relative('.', normalize(join(dirname(file), specifier)))
        .split(sep)
        .join('/')
        .replace(/\.js$/, '.ts')
      const allowed =
        stageOf(target) === stage || wall.may.some(entry => target === entry || target.startsWith(`${entry}/`))
      expect(allowed, `${file} → ${target}`).toBe(true)
    }
  })
})

describe('habits', () => {
  const longest = 300
  const isData = (file: string) => file.endsWith('.data.ts')

  it('no file is longer than 300 lines', () => {
    const long = files.filter(file => !isData(file) && source(file).split('\n').length - 1 > longest)
    expect(long).toEqual([])
  })

  it('half of the files have at most 60 lines', () => {
    // The examples of a rule are data beside it.
    const own = files.filter(file => !isData(file) && !/^rules\/[^/]+\//.test(file))
    const lengths = own.map(file => source(file).split('\n').length - 1).sort((a, b) => a - b)
    expect(lengths[Math.floor((lengths.length - 1) / 2)]).toBeLessThanOrEqual(60)
  })

  it('no module keeps state', () => {
    expect(files.filter(file => /^(export )?(let|var) /m.test(code(file)))).toEqual([])
  })

  it('only the outermost stages touch the world', () => {
    const world = /\bconsole\.|\bprocess\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/
    const inner = files.filter(file => !['commands', 'cli', 'cli/start', 'sources'].includes(stageOf(file)))
    expect(inner.filter(file => world.test(code(file)))).toEqual([])
  })

  it('nothing depends on the locale of the machine', () => {
    const locale = /\.toLocale\w*\(|\blocaleCompare\(|\bnew Intl\.|\bIntl\.\w+\(/
    expect(files.filter(file => locale.test(code(file)))).toEqual([])
  })

  it('files are named in kebab-case, folders by nouns, and there is no drawer', () => {
    expect(files.filter(file => !/^[a-z0-9-]+(\/[a-z0-9-]+)*(\.data)?\.ts$/.test(file))).toEqual([])
    expect(files.filter(file => /(^|\/)(utils?|helpers?|common|lib|core|misc)(\/|\.ts$)/.test(file))).toEqual([])
  })
})
