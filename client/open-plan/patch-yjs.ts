/** Vite plugin: mends redoItem of yjs 13.6.33. Filled in with the editor. */
import type { Plugin } from 'vite'

export function patchYjs(): Plugin {
  return { name: 'samplan:patch-yjs' }
}
