import {run} from './run.js'

/**
 * All that a rule says about a scenario: a line for each finding ("violation error high L-LOSS | 85 | message | 80 85",
 * the last two being the place and the records in ms), else "pass", else why it does not apply.
 */
export async function says(rule: string, ...scenarios: readonly string[]): Promise<readonly string[]> {
  const {findings, tally} = await run(...scenarios)
  const said = findings(rule).map(({verdict, severity, confidence, limits, atUs, message, evidence}) => {
    const records = evidence.map(record => record.atUs / 1000).join(' ')
    return `${[verdict, severity, confidence, ...limits].join(' ')} | ${atUs === null ? 'capture' : atUs / 1000} | ${message} | ${records}`
  })
  if (said.length > 0) return said
  const {pass, reason} = tally(rule)
  return [pass > 0 ? 'pass' : String(reason)]
}
