/**
 * Vite plugins that finish the built pages: the list of files that the service
 * worker keeps, and a compressed copy beside each. Run at build time only.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Changed in place or asked for anew at every start: never among the kept. */
const NOT_KEPT = [
  '.vite/manifest.json',
  'service-worker.js',
  'app-files.json',
  'index.html',
  'third-party-notices.txt',
]
/** The best two levels take ten times as long for a percent. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
/** Fonts are compressed by themselves. */
const COMPRESSIBLE = /\.(?:js|css|svg|html|json|txt)$/

/**
 * Writes app-files.json: every file of this build, as addresses.
 *
 * @param publicFolder whose files Vite copies as they are.
 */
export function appFiles(publicFolder: string): Plugin {
  return {
    name: 'samplan:app-files',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = [...Object.keys(bundle), ...readdirSync(publicFolder)]
        .filter((file) => !NOT_KEPT.includes(file))
        .map((file) => `/${file}`)
        .sort()
      this.emitFile({ type: 'asset', fileName: 'app-files.json', source: JSON.stringify(files) })
    },
  }
}

/** Writes `<file>.br` and `<file>.gz`, which the server sends to those who take them. */
export function compressedFiles(): Plugin {
  return {
    name: 'samplan:compressed-files',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name))) {
        const path = join(dir, file)
        const bytes = readFileSync(path)
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, BROTLI))
        writeFileSync(`${path}.gz`, gzipSync(bytes))
      }
    },
  }
}
