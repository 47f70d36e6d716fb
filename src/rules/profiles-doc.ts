import {severityWords} from './doc.js'
import {DURATIONS} from './durations.js'
import {plain} from './markdown.js'
import {PROFILES, type Profile} from './profiles.js'
import type {Rule} from './rule.js'
import {settingLeaves} from './setting-leaves.js'
import {SETTING_RULES} from './setting-rules.js'
import {changed, DEFAULT_SETTINGS} from './settings.js'

/** docs/profiles.md: what each profile changes, what the rules about time measure, and which numbers may be changed. */
export function profilesDoc(rules: readonly Rule[]): string {
  return [
    '# Profiles, durations and numbers',
    '"Slow" differs by two orders of magnitude between sources, and "roam time" has several definitions. A finding about time therefore names what was measured, the limit and the profile in its message, and the source beside it.',
    'A profile is chosen with `--profile NAME`, with `ROAMSCOPE_PROFILE` or with `profile` in the [configuration](configuration.md). Findings keep their fingerprint under every profile as long as their number is the same.',
    ...Object.values(PROFILES).flatMap(profile => section(profile, rules)),
    '## What is measured',
    'M1 is a command to the driver, M3 its response, M4 the completion of a task. Times are those of the records. "Limit" and "source" are those of profile doc.',
    table(
      ['rule', 'from … to …', 'limit', 'source'],
      rules.flatMap(({meta}) => {
        const measured = DURATIONS[meta.id]
        return measured === undefined ? [] : [[link(meta.id), measured, meta.numbers ?? 'none', meta.source]]
      }),
    ),
    '## Numbers that can be changed',
    'Under `settings` of the [configuration](configuration.md). Everything else has a source that sets it, and is a limit for everybody: such a rule can be skipped, and a [rule of your own](user-rules.md) can say what your team wants on top.',
    table(
      ['setting', 'default', 'rules'],
      settingLeaves(DEFAULT_SETTINGS).map(({name, words, key}) => [
        `\`${name}\``,
        words,
        SETTING_RULES[key].map(link).join(', '),
      ]),
    ),
    '',
  ].join('\n\n')
}

function section(profile: Profile, rules: readonly Rule[]): string[] {
  const {name, title, settings, left} = profile
  const before = new Map(settingLeaves(DEFAULT_SETTINGS).map(leaf => [leaf.name, leaf.words]))
  const set = settingLeaves(changed(DEFAULT_SETTINGS, settings)).filter(({key, member}) => {
    const change = settings[key]
    return change !== undefined && (member === null || (typeof change === 'object' && member in change))
  })
  const rows = rules.flatMap(({meta}) => {
    const patch = profile.rules[meta.id]
    if (patch === undefined) return []
    const now = {...meta, ...patch}
    const numbers = set.filter(({key}) => SETTING_RULES[key].includes(meta.id))
    const words = numbers.map(leaf => `${leaf.name} ${leaf.words}${was(before.get(leaf.name) ?? '', leaf.words)}`)
    return [[link(meta.id), severities(meta, now), words.join(', ') || (now.numbers ?? 'none'), now.source]]
  })
  return [
    `## ${name}`,
    plain(title),
    ...(rows.length === 0 ? [] : [table(['rule', 'severity', 'numbers', 'source'], rows)]),
    ...(left.length === 0 ? [] : [`Not judged: ${plain(left.join('; '))}.`]),
  ]
}

function severities(before: Rule['meta'], after: Rule['meta']): string {
  const [from, to] = [severityWords(before), severityWords(after)]
  return to + was(from, to)
}

const was = (before: string, now: string): string => (before === now ? '' : ` (doc: ${before})`)

const link = (id: string): string => `[${id}](rules/${id}.md)`

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const escaped = rows.map(cells => cells.map(cell => (/^[[`]/.test(cell) ? cell : plain(cell).replaceAll('|', '\\|'))))
  return [line(head), line(head.map(() => '---')), ...escaped.map(line)].join('\n')
}
