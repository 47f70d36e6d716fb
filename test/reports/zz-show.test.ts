import {Chalk} from 'chalk'
import {it} from 'vitest'
import {text} from '../../src/reports/text/index.js'
import {badDay} from './bad-day.js'
it('shows', () => {
  for (const width of [60, 80, 100, 140]) {
    process.stdout.write(`${'='.repeat(width)}\n`)
    process.stdout.write([...text.render(badDay(), {screen: {chalk: new Chalk({level: 0}), width, unicode: width !== 80}, limit: 20, quiet: false, verbose: false, capture: null, rules: new Map(), paths: ['field/nettrace-0342.txt']})].join(''))
  }
})
