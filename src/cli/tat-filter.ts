import {type LineFilter, lineFilter} from '../user/filters/line-filter.js'
import {textOf} from './text-of.js'

/** The filters of the file that `--tat` names; null: everything is shown. */
export function tatFilter(path: string | undefined): LineFilter | null {
  if (path === undefined) return null
  return lineFilter(textOf(path, 'filter', 'Name a .tat file of TextAnalysisTool.NET.'), path)
}
