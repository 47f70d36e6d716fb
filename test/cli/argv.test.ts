import {describe, expect, it} from 'vitest'
import {asksForHelp, fullCommandLine, wantsJson} from '../../src/cli/argv.js'

const commands = ['analyze', 'events', 'rules']
const nothing = () => false
const full = (...argv: string[]) => fullCommandLine(argv, commands, nothing)

describe('paths alone', () => {
  it.each([
    [['trace.txt']],
    [['-']],
    [['logs/*.txt', '--each']],
    [['--format', 'json', 'x']],
    [['C:\\logs\\a.txt']],
    [['./events']],
  ])('%j means analyze', argv => {
    expect(full(...argv)).toEqual(['analyze', ...argv])
  })

  it('may be a word, if such a file exists', () => {
    expect(fullCommandLine(['trace'], commands, path => path === 'trace')).toEqual(['analyze', 'trace'])
  })
})

it('leaves commands, help and version as they are', () => {
  for (const argv of [[], ['events', 'x'], ['--help'], ['--version']]) expect(full(...argv)).toEqual(argv)
  expect(full('help', 'rules')).toEqual(['rules', '--help'])
  expect(full('help')).toEqual(['--help'])
})

it('takes a slip for a slip', () => {
  expect(() => full('anlyze', 'x')).toThrow(
    expect.objectContaining({
      code: 2,
      message: 'anlyze is neither a command nor a file.',
      hint: 'Did you mean analyze?',
    }),
  )
  expect(() => full('frobnicate')).toThrow(
    expect.objectContaining({hint: expect.stringContaining('analyze, events, rules')}),
  )
})

it('knows before parsing whether errors must be JSON', () => {
  expect(wantsJson(['analyze', '--format', 'json'])).toBe(true)
  expect(wantsJson(['analyze', '--format=ndjson'])).toBe(true)
  expect(wantsJson(['analyze', '--format', 'text', 'json'])).toBe(false)
  expect(wantsJson(['analyze', '--', '--format', 'json'])).toBe(false)
  expect(wantsJson(['--format'])).toBe(false)
})

it('sees a wish for help before --, as oclif does', () => {
  expect(asksForHelp(['trace.txt', '--help'])).toBe(true)
  expect(asksForHelp(['-h'])).toBe(true)
  expect(asksForHelp(['--', '--help'])).toBe(false)
  expect(asksForHelp(['trace.txt', '--helpful', 'help'])).toBe(false)
})
