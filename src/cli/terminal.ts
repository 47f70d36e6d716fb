import {Chalk} from 'chalk'
import type {Screen} from '../reports/screen.js'

export type ColorChoice = 'auto' | 'always' | 'never'
export type Environment = Readonly<Record<string, string | undefined>>

export interface StreamFacts {
  readonly tty: boolean
  readonly columns: number | undefined
  readonly platform: NodeJS.Platform
}

const narrowest = 60
const widest = 140
const unknownWidth = 100

/** What the output stream can show: the only place where colour, width and glyphs are decided. */
export function screenOf(choice: ColorChoice, env: Environment, stream: StreamFacts): Screen {
  return {
    chalk: new Chalk({level: wantsColor(choice, env, stream.tty) ? 1 : 0}),
    width: Math.min(widest, Math.max(narrowest, wantedWidth(env, stream.columns))),
    unicode: knowsUnicode(env, stream),
  }
}

/** A file that --output writes: no colour, the usual width, always UTF-8. */
export const fileScreen: Screen = {chalk: new Chalk({level: 0}), width: unknownWidth, unicode: true}

/** The flag wins, then FORCE_COLOR (as in Node itself), then NO_COLOR, then what the stream is. */
export function wantsColor(choice: ColorChoice, env: Environment, tty: boolean): boolean {
  if (choice !== 'auto') return choice === 'always'
  const force = env.FORCE_COLOR
  if (force !== undefined) return force !== '0' && force !== 'false'
  if (env.NO_COLOR) return false
  return tty && env.TERM !== 'dumb'
}

function wantedWidth(env: Environment, columns: number | undefined): number {
  const said = Number(env.COLUMNS)
  if (Number.isInteger(said) && said > 0) return said
  return columns !== undefined && columns > 0 ? columns : unknownWidth
}

/** A locale that says nothing (containers, CI) is taken as UTF-8; one that says something else is believed. */
function knowsUnicode(env: Environment, stream: StreamFacts): boolean {
  if (env.TERM === 'dumb' || (stream.tty && env.TERM === 'linux')) return false
  if (stream.platform === 'win32') {
    const modern = env.WT_SESSION ?? env.TERM_PROGRAM ?? env.ConEmuTask
    return Boolean(modern) || /^(xterm|alacritty)/.test(env.TERM ?? '')
  }
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return locale === '' || /utf-?8/i.test(locale)
}
