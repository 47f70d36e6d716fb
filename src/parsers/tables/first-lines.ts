/** Lines of a head by which a table is told; the last one may be cut. */
export function firstFilledLines(head: string): string[] {
  return head
    .slice(0, 65_536)
    .split(/\r*\n/, 100)
    .filter(line => line.trim() !== '')
    .slice(0, 50)
}
