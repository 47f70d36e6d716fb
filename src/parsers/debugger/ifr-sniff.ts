import {readIfrBanner} from './ifr-banner.js'

/** An entry quoted without its banner: a function's name, told by its capitals, colons or underscores, behind a number. */
const ENTRY =
  /^(?:\S[^:\n]{0,63}?\s+)?(\d{1,10}): (?:\d\d\/\d\d\/\d{4}-[\d:.]+ )?[A-Za-z?<]\w*(?:::|_|[a-z][A-Z])[^\s]{0,200} - \S/

/** What the debugger says while it loads symbols. */
const NOISE = /^(?:SYMSRV|DBGHELP|SYMCHK|\*{3}|Loading |\.{4,}\s*$)/

/** Marks of the dump, at its beginning or behind other commands, or three entries without any and little else. */
export function sniffIfr(head: string): number {
  let entries = 0
  let filled = 0
  let last = -1
  let foreign = false
  for (const line of head.slice(0, 65_536).split(/\r*\n/, 500)) {
    if (line.trim() === '' || NOISE.test(line)) continue
    filled++
    const banner = readIfrBanner(line)
    // A page or a program that quotes a dump begins otherwise.
    if (filled === 1 && banner === null && !ENTRY.test(line)) foreign = true
    if (foreign) continue
    if (banner?.kind === 'start' || banner?.kind === 'log') return 0.9
    if (banner?.kind === 'prefix' && /^%[\d!]/.test(banner.notation)) return 0.9
    const entry = ENTRY.exec(line)
    if (entry === null) continue
    if (Number(entry[1]) > last) entries++
    last = Number(entry[1])
  }
  return entries >= 3 && entries * 2 > filled ? 0.5 : 0
}
