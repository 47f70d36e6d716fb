/** "1 gap", "3 gaps"; `many` where the plural takes more than an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`
}
