#!/usr/bin/env node
import {setFlagsFromString} from 'node:v8'
import {run} from '../dist/cli/command.js'

// Collect sooner: garbage of reading would otherwise pile up to several times what is kept.
setFlagsFromString('--heap-growing-percent=20')

await run(process.argv.slice(2), import.meta.url)
