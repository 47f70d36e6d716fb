import {stat} from 'node:fs/promises'
import {isAbsolute} from 'node:path'
import {glob, isDynamicPattern} from 'tinyglobby'
import {archiveKindOf} from './archive-kind.js'
import type {ArchiveSources} from './archives/archive-sources.js'
import {failedSource} from './failed-source.js'
import {fileSource} from './file-source.js'
import {listFolder} from './folder.js'
import {readFailure} from './read-failure.js'
import {type Source, SourceError} from './source.js'
import {stdinSource} from './stdin-source.js'

export interface ExpandOptions {
  /** Standard input, asked for only if `-` is among the paths and read. */
  readonly stdin: () => AsyncIterable<Uint8Array>
}

/** The inputs that the paths of a command line stand for. */
export interface Expansion {
  readonly sources: readonly Source[]
  /** What was left out of folders and why, one sentence each. */
  readonly notes: readonly string[]
}

/**
 * Files, folders with all that is below them, globs and `-`, in the order of the command line; what a folder
 * or a glob stands for in the order of its paths, compared by code unit, on every machine the same. An archive, whatever
 * its name says, stands for its files, in its own order.
 * A path that leads nowhere is a source too: it throws its reason when it is read. A path that exists is
 * never taken for a glob.
 */
export async function expandPaths(paths: readonly string[], options: ExpandOptions): Promise<Expansion> {
  const sources: Source[] = []
  const notes: string[] = []
  const stdin = stdinSource(options.stdin)
  for (const path of paths) {
    if (path === '-') sources.push(stdin)
    else sources.push(...(await expandPath(path, notes)))
  }
  return {sources: await withoutArchives(sources, notes), notes}
}

/** The same, but with what archives among them hold in their place. */
async function withoutArchives(sources: readonly Source[], notes: string[]): Promise<readonly Source[]> {
  let archives: ArchiveSources | null = null
  const files: Source[] = []
  for (const source of sources) {
    const kind = source.onDisk ? archiveKindOf(source.path) : null
    if (kind === null) files.push(source)
    else {
      archives ??= new (await import('./archives/archive-sources.js')).ArchiveSources(notes)
      files.push(...(await archives.of(source.path, kind)))
    }
  }
  return files
}

async function expandPath(path: string, notes: string[]): Promise<Source[]> {
  try {
    const found = await stat(path)
    return found.isDirectory() ? await folderSources(path, notes) : [fileSource(path)]
  } catch (error) {
    if (error instanceof SourceError) return [failedSource(path, error.message)]
    const missing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
    if (missing && isDynamicPattern(path)) return globSources(path, notes)
    return [failedSource(path, readFailure(path, error).message)]
  }
}

async function folderSources(path: string, notes: string[]): Promise<Source[]> {
  const below = path.length > 1 && /[\\/]$/.test(path) ? path.replace(/[\\/]+$/, '') || '/' : path
  const listing = await listFolder(below)
  notes.push(...listing.notes)
  if (listing.files.length === 0) {
    return [failedSource(path, `The folder "${path}" holds no files to read; give one that holds traces.`)]
  }
  return [...listing.files].sort(byCodeUnit).map(fileSource)
}

async function globSources(pattern: string, notes: string[]): Promise<Source[]> {
  const matches = await glob(pattern, {
    absolute: isAbsolute(pattern),
    expandDirectories: false,
    onlyFiles: false,
    caseSensitiveMatch: true,
  })
  const files = new Set<string>()
  for (const match of matches) {
    // Folders come with a slash at the end; what `**` finds both ways counts once.
    if (!match.endsWith('/')) files.add(match)
    else for (const file of await filesBelow(match.slice(0, -1), notes)) files.add(file)
  }
  if (files.size === 0) {
    return [
      failedSource(pattern, `No file matches "${pattern}"; check the pattern, or put it in quotes for your shell.`),
    ]
  }
  return [...files].sort(byCodeUnit).map(fileSource)
}

/** Files of a folder that a glob has found; one that cannot be read costs itself only. */
async function filesBelow(folder: string, notes: string[]): Promise<readonly string[]> {
  try {
    const listing = await listFolder(folder)
    notes.push(...listing.notes)
    return listing.files
  } catch (error) {
    notes.push(readFailure(folder, error).message)
    return []
  }
}

/** Not localeCompare: the order must not depend on the machine's language. */
function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
