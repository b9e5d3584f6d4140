/** The project's own source files and what they import, for tests that read the code. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface SourceFile {
  /** From the top of the project, with forward slashes: 'shared/plan/rank.ts'. */
  readonly path: string
  readonly text: string
  /** Files of ours as paths from the top, packages as their name: '@tiptap/core'. */
  readonly imports: readonly string[]
}

const IMPORT =
  /(?:^|[\s;])(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g

/** Every .ts and .tsx file below a top folder. */
export function sourceFiles(folder: string): readonly SourceFile[] {
  return filesBelow(folder)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    })
}

/** Every file below a top folder, sorted. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length).replaceAll('\\', '/'))
    .sort()
}

function importsOf(path: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].map(([, from, bare]) => {
    const specifier = from ?? bare ?? ''
    if (specifier.startsWith('.')) return normalize(join(dirname(path), specifier))
    if (specifier.startsWith('node:')) return specifier
    const parts = specifier.split('/')
    return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
  })
}
