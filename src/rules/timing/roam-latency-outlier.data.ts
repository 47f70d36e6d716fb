/** Scenarios of roams between three access points, one every 15 s; each number is a t_req in ms. */
function roams(tReqs: readonly number[]): string {
  return `\nlabel driver=1.0.0.1\ncapture to=320000\n\n${tReqs.map((tReq, i) => roam(i, tReq)).join('')}`
}

function roam(index: number, tReq: number): string {
  const [from, to] = [`AP-${'ABC'[index % 3]}`, `AP-${'ABC'[(index + 1) % 3]}`]
  const at = index * 15_000
  const id = 101 + index
  return [
    line(at, `M1   TASK_ROAM           1  ${id}`, `entries=${to} auth=OPEN RoamFlag=1 RoamNeededReason=10`),
    line(at + 1, `M3   TASK_ROAM           1  ${id}`, 'status=success'),
    line(at + 12, 'IND  DISASSOCIATION      1  -  ', `${from} status=10`),
    line(at + tReq, 'IND  ASSOCIATION_RESULT  1  -  ', `(${to} status=0 auth=OPEN)`),
    line(at + tReq + 1, `IND  ROAM_COMPLETE       1  ${id}`, 'status=success'),
  ].join('')
}

function line(at: number, columns: string, fields: string): string {
  return `${String(at).padStart(6)}  ${columns}  ${fields}\n`
}

const NINETEEN = [52, 55, 58, 60, 61, 63, 64, 66, 68, 70, 71, 73, 75, 78, 80, 84, 88, 95, 99]

export const COHORT_WITH_OUTLIER = roams([...NINETEEN, 640])
export const SMALL_COHORT = roams([...NINETEEN.slice(0, 18), 640])
export const TIGHT_COHORT = roams([
  30, 30.1, 30.2, 30.3, 30.4, 30.5, 30.6, 30.7, 30.8, 30.9, 31, 31.1, 31.2, 31.3, 31.4, 31.5, 31.6, 31.7, 31.8, 49.8,
])
