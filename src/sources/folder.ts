import {readdir, stat} from 'node:fs/promises'
import {readFailure} from './read-failure.js'

/** What a folder holds. */
export interface FolderListing {
  /** Paths of files, below the folder's own path, with `/`; in no order. */
  readonly files: readonly string[]
  /** What was left out and why, one sentence each. */
  readonly notes: readonly string[]
}

/**
 * Lists the files of a folder and of the folders in it. Hidden entries (their name begins with a point),
 * links to folders (they may lead back), pipes and devices are left out, with a note.
 * Throws a SourceError where the folder itself cannot be read.
 */
export async function listFolder(path: string): Promise<FolderListing> {
  const files: string[] = []
  const notes: string[] = []
  const waiting: string[] = [path]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    let entries: import('node:fs').Dirent[]
    try {
      entries = await readdir(folder, {withFileTypes: true})
    } catch (error) {
      const failure = readFailure(folder, error)
      if (folder === path) throw failure
      notes.push(failure.message)
      continue
    }
    for (const entry of entries) {
      const member = `${folder === '/' ? '' : folder}/${entry.name}`
      if (entry.name.startsWith('.')) notes.push(`"${member}" is hidden and was left out.`)
      else if (entry.isDirectory()) waiting.push(member)
      else if (entry.isFile()) files.push(member)
      else if (entry.isSymbolicLink()) {
        const kind = await linkedKind(member)
        if (kind === 'file') files.push(member)
        else notes.push(`"${member}" ${LEFT_OUT[kind]} and was left out.`)
      } else notes.push(`"${member}" is a pipe or a device and was left out.`)
    }
  }
  return {files, notes: notes.sort()}
}

const LEFT_OUT = {
  folder: 'is a link to a folder',
  nothing: 'is a link to nothing',
  other: 'is a link to a pipe or a device',
}

async function linkedKind(path: string): Promise<'file' | keyof typeof LEFT_OUT> {
  try {
    const target = await stat(path)
    return target.isFile() ? 'file' : target.isDirectory() ? 'folder' : 'other'
  } catch {
    return 'nothing'
  }
}
