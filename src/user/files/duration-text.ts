/** Form of a duration in files of users, for schemas. */
export const DURATION = {
  type: 'string',
  maxLength: 30,
  pattern: '^\\d+(\\.\\d+)? ?(us|µs|ms|s|min)$',
  examples: ['100 ms', '2 s'],
} as const

const UNITS: Readonly<Record<string, number>> = {us: 1, µs: 1, ms: 1000, s: 1_000_000, min: 60_000_000}

/** Whole microseconds of "100 ms", "2.5 s", "1 min". */
export function durationUs(text: string): number {
  const [, value = '0', unit = 'us'] = /^([\d.]+) ?(\D+)$/.exec(text) ?? []
  return Math.round(Number(value) * (UNITS[unit] ?? 1))
}
