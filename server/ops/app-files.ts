/**
 * Vite plugin: writes app-files.json beside the pages, the list of files that the
 * service worker keeps. Runs at build time only.
 */
import { readdirSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Changed in place or asked for anew at every start: never among the kept. */
const NOT_KEPT = ['service-worker.js', 'app-files.json', 'index.html']

/** @param publicFolder whose files Vite copies as they are. */
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
