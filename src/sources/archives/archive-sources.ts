import {type ArchiveKind, archiveKind, HEAD_LENGTH} from '../archive-kind.js'
import {failedSource} from '../failed-source.js'
import {quoted} from '../read-failure.js'
import {type Source, SourceError} from '../source.js'
import {cabinetMembers} from './cabinet-members.js'
import {Held} from './held.js'
import type {Home, Member, Members} from './member.js'
import {isHidden, shownName} from './shown-name.js'
import {bytesAt, fileStore} from './store.js'
import {zipMembers} from './zip-members.js'

const MEMBERS: Readonly<Record<ArchiveKind, (home: Home, held: Held) => Promise<Members>>> = {
  zip: zipMembers,
  cab: cabinetMembers,
}

/** Makes archives into the files that they hold. One for a run: it holds one archive at most in memory. */
export class ArchiveSources {
  readonly #held = new Held()

  /** `notes` gets what was left out and why, one sentence each. */
  constructor(readonly notes: string[]) {}

  /**
   * The files of an archive in its own order, those of an archive in it at its place. Archives in that one are files
   * that cannot be read. What cannot be read is a source that throws its reason, the archive itself included.
   */
  of(path: string, kind: ArchiveKind): Promise<readonly Source[]> {
    const home: Home = {path, place: {file: path, start: 0, length: Infinity}, open: async () => fileStore(path)}
    return orWhy(path, () => this.#files(home, kind, (member, below) => this.#sources(member, below)))
  }

  async #sources(member: Member, path: string): Promise<readonly Source[]> {
    if (!member.nested) return [member.source(path)]
    return orWhy(path, async () => {
      const home = member.home(path)
      const kind = await kindAt(home)
      return kind === null
        ? [member.source(path)]
        : this.#files(home, kind, async (inner, below) => [inner.source(below)])
    })
  }

  async #files(
    home: Home,
    kind: ArchiveKind,
    sourcesOf: (member: Member, path: string) => Promise<readonly Source[]>,
  ): Promise<readonly Source[]> {
    const {members, failure} = await MEMBERS[kind](home, this.#held)
    const archive = quoted(home.path)
    const sources: Source[] = []
    for (const member of members) {
      const path = `${home.path}/${shownName(member.name)}`
      if (isHidden(member.name)) this.notes.push(`${quoted(path)} is hidden and was left out.`)
      else if (member.link) this.notes.push(`${quoted(path)} is a link and was left out.`)
      else if (member.refusal !== null) sources.push(failedSource(path, `${quoted(path)} ${member.refusal}.`))
      else sources.push(...(await sourcesOf(member, path)))
    }
    if (failure !== null) sources.push(failedSource(home.path, `${archive} ${failure}.`))
    if (sources.length > 0) return sources
    return [failedSource(home.path, `The archive ${archive} holds no files to read; give one that holds traces.`)]
  }
}

async function kindAt(home: Home): Promise<ArchiveKind | null> {
  const store = await home.open()
  try {
    return archiveKind(bytesAt(store, 0, HEAD_LENGTH))
  } finally {
    store.close()
  }
}

async function orWhy(path: string, work: () => Promise<readonly Source[]>): Promise<readonly Source[]> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SourceError) return [failedSource(path, error.message)]
    throw error
  }
}
