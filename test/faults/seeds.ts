/**
 * Seeds of a run: the usual number from 0 on, or what `npm run faults` asks for. One number names one trace, so that a
 * failure is found again by it.
 */
export function seeds(usual: number): readonly number[] {
  const from = Number(process.env.FAULTS_FROM ?? 0)
  const count = Number(process.env.FAULTS_SEEDS ?? usual)
  return Array.from({length: count}, (_, index) => from + index)
}

/** Rules that `npm run faults -- --rule` asks for; all otherwise. */
export function isWanted(rule: string): boolean {
  return new RegExp(process.env.FAULTS_RULE ?? '').test(rule)
}

/** ms for this many analyses on a slow machine. */
export const patience = (analyses: number): number => 60_000 + analyses * 100
