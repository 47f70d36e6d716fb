// The inner loop of scanning, in AssemblyScript; `npm run kernel` compiles it to src/parsers/scan/kernel.data.ts.
// What it does and why is told in docs/decisions/2026-11-22-scanning.md.
export {addClass, clearClasses} from './classes'
export {eventLayout} from './event'
export {headLayout} from './head'
export {jsonLayout} from './json-event'
export {lineForm} from './line-forms'
export {nameHolds} from './literals'
export {setNames} from './names'
export {columnLayout} from './row'
export {begin, finish, isPaused, keepFrom, move, release, scan, setLost} from './scan'
export {isFull} from './spans'
export {setTime} from './time'
export {narrow} from './wide'
