/** UTF-16LE to one byte a character; those beyond 0xFF become 0xFF or 0, as none of them is looked for. */
export function narrow(from: usize, to: usize, units: usize): void {
  for (let i: usize = 0; i < units; i += 16) {
    const first = v128.load(from + 2 * i)
    const second = v128.load(from + 2 * i, 16)
    v128.store(to + i, i8x16.narrow_i16x8_u(first, second))
  }
}
