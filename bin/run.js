#!/usr/bin/env node
// CommonJS (see package.json beside this file): Node starts it sooner than a module.
require('../dist/start.cjs').start(process.argv.slice(2), require)
