import type {ChalkInstance} from 'chalk'
import {printable} from '../printable.js'
import type {Screen} from '../screen.js'
import {ours, sentence} from './typography.js'
import {wrap, wrapItems} from './width.js'

/** How a screen writes things, whatever they are about. */
export class Layout {
  readonly width: number
  readonly chalk: ChalkInstance

  constructor(readonly screen: Screen) {
    this.width = screen.width
    this.chalk = screen.chalk
  }

  /** Our own words. */
  ours(text: string): string {
    return ours(text, this.screen.unicode)
  }

  /** Words from the trace, from paths, from anybody. */
  theirs(text: string): string {
    return printable(text, this.screen.unicode)
  }

  /** Our words around some of theirs. */
  mixed(text: string): string {
    return sentence(text, this.screen.unicode)
  }

  /** Lines under a label: `Verdict    text text` with the text in its own column. */
  labelled(label: string, text: string | readonly string[], style = (line: string) => line): string[] {
    const room = this.width - labelWidth
    const lines = typeof text === 'string' ? wrap(text, room) : this.items(text, room)
    return lines.map((line, i) => {
      const left = i === 0 ? label.padEnd(labelWidth) : ' '.repeat(labelWidth)
      return this.chalk.bold(left) + style(line)
    })
  }

  /** Facts in a row, each kept whole where it fits. */
  items(texts: readonly string[], width = this.width): string[] {
    return wrapItems(texts, width, this.ours(' · '))
  }

  heading(title: string, rest: string): string[] {
    const [first = '', ...more] = wrap(this.ours(rest), this.width - title.length - 2)
    const indent = ' '.repeat(title.length + 2)
    return ['', `${this.chalk.bold(title)}  ${first}`.trimEnd(), ...more.map(line => indent + line)]
  }
}

export const labelWidth = 10

/** Grouped thousands, the same everywhere. */
export const thousands = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
export const plural = (n: number, noun: string) => `${thousands(n)} ${noun}${n === 1 ? '' : 's'}`
