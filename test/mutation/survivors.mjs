// Stryker's reporter: the score by folder, and each mutant that no test noticed on a line of its own.
import {writeFileSync} from 'node:fs'
import {declareClassPlugin, PluginKind} from '@stryker-mutator/api/plugin'

const FILE = '.stryker/survivors.txt'
const UNNOTICED = new Set(['Survived', 'NoCoverage'])
const NOTICED = new Set(['Killed', 'Timeout'])

class SurvivorsReporter {
  onMutationTestReportReady({files}) {
    const folders = new Map()
    const lines = []
    for (const [path, {source, mutants}] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
      const folder = path.replace(/\/[^/]*$/, '')
      const count = folders.get(folder) ?? {noticed: 0, unnoticed: 0, ignored: 0, failed: 0}
      folders.set(folder, count)
      for (const mutant of mutants) {
        const {status} = mutant
        if (NOTICED.has(status)) count.noticed++
        else if (status === 'Ignored') count.ignored++
        else if (!UNNOTICED.has(status)) count.failed++
        else {
          count.unnoticed++
          lines.push(line(path, source, mutant))
        }
      }
    }
    writeFileSync(FILE, lines.join(''))
    console.log(table(folders))
    console.log(`${lines.length} survivors: ${FILE}`)
  }
}

function line(path, source, {location: {start, end}, mutatorName, status, replacement}) {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  lines.push((lines.pop() ?? '').slice(0, end.column - 1))
  lines[0] = (lines[0] ?? '').slice(start.column - 1)
  const short = text => (text.length > 160 ? `${text.slice(0, 157)}…` : text)
  const flat = text => short(text.replace(/\s+/g, ' '))
  const uncovered = status === 'NoCoverage' ? ' (never run)' : ''
  return `${path}:${start.line}:${start.column}  ${mutatorName}${uncovered}  ${flat(lines.join('\n'))}  →  ${flat(replacement)}\n`
}

function table(folders) {
  const all = {noticed: 0, unnoticed: 0, ignored: 0, failed: 0}
  for (const count of folders.values()) for (const key of Object.keys(all)) all[key] += count[key]
  const rows = [...folders, ['all', all]].map(([folder, {noticed, unnoticed, ignored, failed}]) => {
    const score = noticed + unnoticed === 0 ? '-' : ((100 * noticed) / (noticed + unnoticed)).toFixed(1)
    return [folder, score, noticed, unnoticed, ignored, failed].map(String)
  })
  const cells = [['folder', 'score %', 'noticed', 'survived', 'static', 'failed'], ...rows]
  return cells.map(([name, ...rest]) => name.padEnd(32) + rest.map(cell => cell.padStart(10)).join('')).join('\n')
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'survivors', SurvivorsReporter)]
