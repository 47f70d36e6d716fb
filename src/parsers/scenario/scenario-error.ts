/** A scenario that does not keep to scenario.md: one sentence, and the line (from 1) it is about. */
export class ScenarioError extends Error {
  constructor(
    readonly line: number,
    /** The sentence without the line. */
    readonly sentence: string,
  ) {
    super(`line ${line}: ${sentence}`)
    this.name = 'ScenarioError'
  }
}
