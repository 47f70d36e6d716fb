/** Where old consoles of the debugger break lines. */
const CONSOLE_WIDTH = 80

/** What joins a line of the debugger's to the next one, unless that begins a record: nothing where the console broke it. */
export function glueBehind(line: string): string {
  return line.length === CONSOLE_WIDTH ? line.slice(line.trimEnd().length) : '\n'
}
