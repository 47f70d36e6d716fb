import {createHash} from 'node:crypto'
import {expect, it} from 'vitest'
import {contentId, SessionIds} from '../../src/sessions/session-id.js'

it('an id is the beginning of the hash of its parts', () => {
  const text = '["roam",85000,1,101,"TASK_ROAM"]'
  const expected = createHash('sha256').update(text).digest('hex').slice(0, 8)
  expect(contentId(['roam', 85000, 1, 101, 'TASK_ROAM'])).toBe(expected)
  expect(new SessionIds().next('roam', 85000, 1, 101, 'TASK_ROAM')).toBe(expected)
})

it('equal sessions get a number, and every part counts', () => {
  const ids = new SessionIds()
  const id = contentId(['roam', 0, null, null, null])
  const same = () => ids.next('roam', 0, null, null, null)
  expect([same(), same(), same()]).toEqual([id, `${id}-2`, `${id}-3`])
  const others = [
    ids.next('connect', 0, null, null, null),
    ids.next('roam', 1, null, null, null),
    ids.next('roam', 0, 0, null, null),
    ids.next('roam', 0, null, 0, null),
    ids.next('roam', 0, null, null, 'TASK_ROAM'),
  ]
  expect(new Set([id, ...others]).size).toBe(6)
  for (const other of others) expect(other).toMatch(/^[0-9a-f]{8}$/)
})
