import type {TraceRecord} from '../events/record.js'
import {type EmbeddedState, embeddedState, parseEmbedded} from '../parsers/scenario/embedded.js'
import {legacyMessage, logMessage, messageByName} from '../wdi/messages.js'
import type {Dialect, DialectRun, Recognised} from './dialect.js'

/** The kind and event of a record, or the word of a header line: nearly every record of a log has neither. */
const root = /(?<![A-Za-z0-9_])(?:(?:M1|M3|IND|LOG)[ \t]+([A-Z0-9_]{2,100})[ \t]|(?:capture|label|alias|adapter)[ \t])/

class ScenarioRun implements DialectRun {
  readonly #state: EmbeddedState = embeddedState()

  recognise({message}: TraceRecord): Recognised {
    const found = root.exec(message)
    if (!found) return null
    const embedded = parseEmbedded(message, this.#state)
    if (embedded === null || !('problem' in embedded)) return embedded
    // Prose in capitals is prose; what names an event and breaks the notation is a record that could not be read.
    const event = found[1] ?? ''
    return (messageByName(event) ?? legacyMessage(event) ?? logMessage(event)) ? 'named' : null
  }

  carried(): string | null {
    return this.#state.touched ? null : ''
  }
}

/** The notation of scenario files, also inside other logs, after any prefix (scenario.md). */
export const scenario: Dialect = {
  id: 'scenario',
  title: 'notation of scenario files inside other logs',
  literals: [],
  exactLiterals: ['M1 ', 'M3 ', 'IND ', 'LOG ', 'capture ', 'label ', 'alias ', 'adapter '],
  start: () => new ScenarioRun(),
}
