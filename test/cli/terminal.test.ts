import {describe, expect, it} from 'vitest'
import {type Environment, screenOf, wantsColor} from '../../src/cli/terminal.js'

describe('colour', () => {
  it.each<[string, 'auto' | 'always' | 'never', Environment, boolean, boolean]>([
    ['a terminal', 'auto', {}, true, true],
    ['a pipe', 'auto', {}, false, false],
    ['NO_COLOR', 'auto', {NO_COLOR: '1'}, true, false],
    ['an empty NO_COLOR', 'auto', {NO_COLOR: ''}, true, true],
    ['TERM=dumb', 'auto', {TERM: 'dumb'}, true, false],
    ['FORCE_COLOR in a pipe', 'auto', {FORCE_COLOR: '1'}, false, true],
    ['an empty FORCE_COLOR', 'auto', {FORCE_COLOR: ''}, false, true],
    ['FORCE_COLOR=0', 'auto', {FORCE_COLOR: '0'}, true, false],
    ['FORCE_COLOR against NO_COLOR', 'auto', {FORCE_COLOR: '1', NO_COLOR: '1'}, false, true],
    ['--color always in a pipe with NO_COLOR', 'always', {NO_COLOR: '1'}, false, true],
    ['--color never with FORCE_COLOR', 'never', {FORCE_COLOR: '1'}, true, false],
  ])('%s', (_, choice, env, tty, wanted) => {
    expect(wantsColor(choice, env, tty)).toBe(wanted)
  })
})

const screen = (env: Environment, facts: {tty?: boolean; columns?: number; platform?: NodeJS.Platform} = {}) =>
  screenOf('auto', env, {tty: true, columns: undefined, platform: 'linux', ...facts})

it('is between 60 and 140 columns wide, 100 where nobody says', () => {
  expect(screen({}).width).toBe(100)
  expect(screen({}, {columns: 80}).width).toBe(80)
  expect(screen({COLUMNS: '70'}, {columns: 80}).width).toBe(70)
  expect(screen({COLUMNS: 'x'}, {columns: 80}).width).toBe(80)
  expect(screen({COLUMNS: '20'}).width).toBe(60)
  expect(screen({}, {columns: 500}).width).toBe(140)
})

describe('Unicode', () => {
  it('is believed where the locale says it or says nothing', () => {
    expect(screen({}).unicode).toBe(true)
    expect(screen({LANG: 'de_DE.UTF-8'}).unicode).toBe(true)
    expect(screen({LANG: 'C'}).unicode).toBe(false)
    expect(screen({LC_ALL: 'en_US.utf8', LANG: 'C'}).unicode).toBe(true)
    expect(screen({LC_ALL: 'POSIX', LANG: 'de_DE.UTF-8'}).unicode).toBe(false)
    expect(screen({TERM: 'dumb', LANG: 'de_DE.UTF-8'}).unicode).toBe(false)
    expect(screen({TERM: 'linux'}).unicode).toBe(false)
  })

  it('needs a modern terminal on Windows', () => {
    expect(screen({}, {platform: 'win32'}).unicode).toBe(false)
    expect(screen({WT_SESSION: 'x'}, {platform: 'win32'}).unicode).toBe(true)
  })
})
