import {expect, it} from 'vitest'
import {closest, didYouMean} from '../../../src/user/files/suggest.js'

const words = ['analyze', 'inspect', 'sessions', 'ft-host-slow', 'ft-fallback', 'mlo']

it.each([
  ['analyse', 'analyze'],
  ['anlayze', 'analyze'],
  ['INSPECT', 'inspect'],
  ['session', 'sessions'],
  ['ft-hostslow', 'ft-host-slow'],
  ['ft-fall', 'ft-fallback'],
  ['mol', 'mlo'],
  ['zzz', null],
  ['', null],
])('takes %j for %j', (word, meant) => {
  expect(closest(word, words)).toBe(meant)
})

it('offers the list where nothing is close', () => {
  expect(didYouMean('inspct', words, 'x')).toBe('Did you mean inspect?')
  expect(didYouMean('qqqqq', words, 'There is …')).toBe('There is …')
})
