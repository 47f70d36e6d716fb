import {UserError} from './user-error.js'

/** Minutes east of UTC of `+05:30`, `-08:00`, `+02`, `UTC`, `Z`. */
export function zoneMinutes(text: string): number {
  if (/^(utc|z)$/i.test(text)) return 0
  const parts = /^([+-])(\d\d)(?::?(\d\d))?$/.exec(text)
  const minutes = parts ? Number(parts[2]) * 60 + Number(parts[3] ?? 0) : Number.NaN
  if (!parts || Number(parts[3] ?? 0) > 59 || minutes > 14 * 60) {
    throw new UserError(
      2,
      `--tz ${text} is not a time zone.`,
      'Give the offset from UTC, as in --tz +05:30, or --tz UTC.',
    )
  }
  return parts[1] === '-' && minutes !== 0 ? -minutes : minutes
}
