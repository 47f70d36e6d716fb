import {json} from './json.js'
import {ndjson} from './ndjson.js'
import type {Report} from './report.js'
import {text} from './text/index.js'

/** The formats of `analyze`; the first is the default. */
export const reports = [text, json, ndjson] as const satisfies readonly Report[]

export const reportById: ReadonlyMap<string, Report> = new Map(reports.map(report => [report.id, report]))
