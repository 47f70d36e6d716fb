import {describe, expect, it} from 'vitest'
import {PROFILE_NAMES} from '../../../src/rules/profiles.js'
import {CONFIG_SCHEMA} from '../../../src/user/config/config-schema.js'
import {loadConfig} from '../../../src/user/config/load-config.js'
import {fences, missing, page} from '../../docs/page.js'

const text = page('docs/configuration.md')

describe('docs/configuration.md', () => {
  it('has an example that uses every key', () => {
    const [yaml = '', ...others] = fences(text, 'yaml')
    expect(others).toEqual([])
    const {content} = loadConfig(yaml, 'roamscope.config.yaml')
    expect(Object.keys(content).sort()).toEqual(
      Object.keys(CONFIG_SCHEMA.properties)
        .filter(key => key !== '$schema')
        .sort(),
    )
    for (const name of PROFILE_NAMES) expect(yaml).toContain(name)
  })

  it('explains every key', () => {
    expect(
      missing(
        text,
        Object.keys(CONFIG_SCHEMA.properties).filter(key => key !== '$schema'),
      ),
    ).toEqual([])
  })
})
