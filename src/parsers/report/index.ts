import type {Parser} from '../parser.js'
import {wlanReportHtml} from './wlanreport-html.js'
import {wlanReportXml} from './wlanreport-xml.js'

/** Parsers of the reports that Windows makes of its logs. */
export const reportParsers: readonly Parser[] = [wlanReportXml, wlanReportHtml]
