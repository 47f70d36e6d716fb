import type {Judgement, Verdicts} from './rule.js'

/** Judges every member of a list by itself; undefined where one is not the rule's business. Most lists have one member. */
export function judgeEach<T>(members: readonly T[], judge: (member: T) => Judgement | undefined): Verdicts {
  const [only] = members
  if (members.length === 1 && only !== undefined) return judge(only)
  return members.flatMap(member => judge(member) ?? [])
}
