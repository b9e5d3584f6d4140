/** Which scripts a page needs, from the manifest of the built client. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './source-files.ts'

const BUILT = join(ROOT, 'dist/client')

interface Chunk {
  readonly file: string
  /** Keys of chunks that are loaded with it. */
  readonly imports?: readonly string[]
}

type Manifest = Readonly<Record<string, Chunk>>

/**
 * The files of the entry, of a page's parts and of the largest language, with everything they
 * import statically: absolute paths, sorted.
 *
 * @param parts of the page, below client/: 'plan/plan-page.tsx'.
 * @throws Error when the build has no such page.
 */
export function pageScripts(...parts: readonly string[]): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(BUILT, '.vite/manifest.json'), 'utf8')) as Manifest
  const keys = new Set<string>()
  const add = (key: string) => {
    if (keys.has(key)) return
    keys.add(key)
    for (const imported of chunkOf(manifest, key).imports ?? []) add(imported)
  }
  add('index.html')
  parts.forEach(add)
  add('../shared/words/nb.po?part=main')
  return [...keys].map((key) => join(BUILT, chunkOf(manifest, key).file)).sort()
}

function chunkOf(manifest: Manifest, key: string): Chunk {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`the build has no ${key}: ${Object.keys(manifest).join(', ')}`)
  return chunk
}
