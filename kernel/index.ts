// The inner loop of scanning, in AssemblyScript; `npm run kernel` compiles it to src/parsers/scan/kernel.data.ts.
// What it does and why is told in docs/decisions/2026-11-22-scanning.md.
export {columnLayout} from './cells'
export {eventLayout} from './event'
export {headLayout} from './head'
export {setNames} from './names'
export {begin, finish, isPaused, keepFrom, move, release, scan, setLost} from './scan'
export {isFull} from './spans'
export {setTime} from './time'
export {narrow} from './wide'
