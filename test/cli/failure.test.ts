import {expect, it} from 'vitest'
import {failureOf} from '../../src/cli/failure.js'
import {UserError} from '../../src/cli/user-error.js'
import {SourceError} from '../../src/sources/source.js'

it('keeps what users can mend', () => {
  expect(failureOf(new UserError(2, 'Wrong.', 'Do this.'))).toEqual({
    code: 2,
    message: 'Wrong.',
    hint: 'Do this.',
    stack: null,
  })
  expect(failureOf(new SourceError('x is gone.'))).toMatchObject({code: 3, message: 'x is gone.'})
})

it('takes everything else for a bug, in one line, with the stack aside', () => {
  const failure = failureOf(new Error('boom\nand more'))
  expect(failure).toMatchObject({code: 4, message: 'This is a bug in roamscope: boom'})
  expect(failure.stack).toContain('failure.test.ts')
  expect(failureOf('thrown text')).toMatchObject({code: 4, message: 'This is a bug in roamscope: thrown text'})
})
