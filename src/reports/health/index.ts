import type {FleetSummary} from '../../fleet/summary.js'
import type {Report} from '../report.js'
import {csv} from './csv.js'
import {json} from './json.js'
import {line} from './line.js'
import {text} from './text.js'

/** The formats of `health`; the first is the default. */
export const healthReports: readonly [Report<FleetSummary>, ...Report<FleetSummary>[]] = [text, json, line, csv]
