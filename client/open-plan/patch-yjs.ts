/**
 * Vite plugin: mends `redoItem` of yjs 13.6.33, which corrupts rich text for a
 * single person (yjs#794, yjs#699; proposed upstream as PR #796).
 *
 * Undo inserts an item again between its old neighbours. When those stand in the
 * wrong order by then, the own editor and everybody else integrate it in
 * different places. The mend: a right neighbour that is not reached from the left
 * one is replaced by the one that follows the left one.
 *
 * On the undoing side only: what goes over the wire stays ordinary Yjs, so the
 * server and stock clients need no patch. It applies to the bundle, the dev
 * server (which must not pre-bundle yjs) and the tests of the client. Drop it
 * when a released yjs passes test/client/open-plan/patch-yjs.test.ts by itself.
 */
import type { Plugin } from 'vite'

const YJS_MODULE = /\/node_modules\/yjs\/dist\/yjs\.mjs(\?|$)/
const ANCHOR = '  const nextClock = getState(store, ownClientID);\n'
const MEND = `  if (item.parentSub === null && left !== null && right !== null) {
    let between = left.right;
    while (between !== null && between !== right) between = between.right;
    if (between === null) right = left.right;
  }
`

/** The mended source of yjs. @throws Error when the place is not found exactly once. */
export function mendRedoItem(source: string): string {
  const [before, after, ...more] = source.split(ANCHOR)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(
      'patch-yjs: the place to mend in redoItem is not there exactly once. Is yjs another version?',
    )
  }
  return before + MEND + ANCHOR + after
}

/** Mends yjs wherever it is loaded; a build that never met it fails. */
export function patchYjs(): Plugin {
  let isBuild = false
  let isMended = false
  return {
    name: 'samplan:patch-yjs',
    enforce: 'pre',
    configResolved(config) {
      isBuild = config.command === 'build'
    },
    transform(source, id) {
      if (!YJS_MODULE.test(id.replaceAll('\\', '/'))) return null
      isMended = true
      // Same lines, so the map of the unmended file stays nearly right.
      return { code: mendRedoItem(source), map: null }
    },
    generateBundle() {
      if (isBuild && !isMended) {
        this.error('patch-yjs: yjs was not mended, for it was not met as dist/yjs.mjs')
      }
    },
  }
}
