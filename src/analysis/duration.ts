/**
 * A length of time for people: µs below 1 ms, ms with at most one decimal below 1 s, then s, min, h; never finer
 * than the clock of the trace, and below twice the grain of a coarse one (10 ms and more) only "< 2 g" (rules.md A.6).
 */
export function duration(us: number, granularityUs: number | null): string {
  const grain = granularityUs ?? 1
  if (grain >= 10_000 && us < 2 * grain) return `< ${duration(2 * grain, null)}`
  if (us < 1000 && grain < 1000) return `${us} µs`
  const decimals = grain < 1000 ? 1 : 0
  if (us < 999_950) return `${trimmed(us / 1000, decimals)} ms`
  if (us < 9_995_000) return `${trimmed(us / 1_000_000, 2)} s`
  if (us < 59_950_000) return `${trimmed(us / 1_000_000, 1)} s`
  const seconds = Math.round(us / 1_000_000)
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${two(seconds % 60)} s`
  const minutes = Math.round(seconds / 60)
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`
}

const two = (n: number) => String(n).padStart(2, '0')

function trimmed(value: number, decimals: number): string {
  const text = value.toFixed(decimals)
  return decimals === 0 ? text : text.replace(/\.?0+$/, '')
}
