/** A connect on port 1 with one attempt line each, failed at +200 ms. */
export function connect(task: string, attempts: readonly string[], header = 'capture model=wificx'): string {
  return [
    header,
    `0 M1 TASK_CONNECT 1 101 ${task}`,
    '+1 M3 TASK_CONNECT 1 101 status=success',
    ...attempts,
    '+200 IND CONNECT_COMPLETE 1 101 status=failure',
  ].join('\n')
}

/** The only attempt of a connect, at +60 ms. */
export const attempt = (entry: string): string => `+60 IND ASSOCIATION_RESULT 1 - ${entry}`
