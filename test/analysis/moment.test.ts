import {expect, it} from 'vitest'
import {calendarDay, clockTime, fullTime} from '../../src/analysis/moment.js'

const at = Date.UTC(2026, 2, 2, 14, 18, 30, 391) * 1000

it('shows the clock of the trace, whatever the zone of the machine', () => {
  expect(clockTime(at + 999, 'utc')).toBe('14:18:30.391')
  expect(calendarDay(at, 'local')).toBe('2026-03-02')
  expect(fullTime(at, 'utc')).toBe('2026-03-02 14:18:30.391')
})

it('counts relative traces from their zero, also backwards', () => {
  expect(clockTime(80_999, 'relative')).toBe('0.080 s')
  expect(clockTime(-1, 'relative')).toBe('-0.001 s')
  expect(clockTime(-5_000_000, 'relative')).toBe('-5.000 s')
  expect(fullTime(80_000, 'relative')).toBe('0.080 s')
  expect(calendarDay(80_000, 'relative')).toBe('')
})

it('survives stamps of damaged files', () => {
  expect(clockTime(9e18, 'utc')).toMatch(/ s$/)
  expect(clockTime(-9e18, 'utc')).toMatch(/ s$/)
  expect(clockTime(8.64e18, 'utc')).toBe('00:00:00.000')
  expect(calendarDay(8.64e18, 'utc')).toBe('+275760-09-13')
})
