import {Help} from '@oclif/core/help'

const examples = `EXAMPLES
  What happened in this trace?
    $ roamscope trace.txt
  What is in it, and what is missing for more?
    $ roamscope inspect trace.txt
  What does this rule want, or this code mean?
    $ roamscope explain roam-disassoc-after-assoc`

const codes = `EXIT CODES
  0 nothing at or above --fail-on   1 a violation   2 command line or file of yours is wrong
  3 input unreadable or holds nothing to judge   4 a bug in roamscope   130, 143 interrupted`

/** The first help screen begins with what most people want. */
export default class ExampleHelp extends Help {
  override formatRoot(): string {
    return `${super.formatRoot()}\n\n${examples}`
  }

  protected override async showRootHelp(): Promise<void> {
    await super.showRootHelp()
    this.log(`${codes}\n`)
  }
}
