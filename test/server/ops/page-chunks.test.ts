import { describe, expect, it } from 'vitest'
import { pageChunks } from '../../../server/ops/page-chunks.ts'

const MAIN = '/client/main.tsx'

/** Each module with what it needs at once, and what it loads when it is wanted. */
const MODULES: Readonly<Record<string, readonly [needs: string[], later: string[]]>> = {
  [MAIN]: [
    ['react', '/client/ui/lazy-page.tsx'],
    ['/client/home.tsx', '/client/plan/plan-page.tsx'],
  ],
  '/client/home.tsx': [['react', 'dates'], ['/client/people/join-page.tsx']],
  '/client/plan/plan-page.tsx': [['dates', 'yjs', 'react'], ['/client/plan/dialog.tsx']],
  '/client/people/join-page.tsx': [['dates'], []],
  '/client/plan/dialog.tsx': [['overlay', 'yjs'], []],
  '/client/ui/lazy-page.tsx': [['react'], []],
  dates: [['numbers'], []],
}
const graph = {
  getModuleInfo: (id: string) => {
    const [importedIds, dynamicallyImportedIds] = MODULES[id] ?? [[], []]
    return { importedIds, dynamicallyImportedIds }
  },
}

describe('the files of the built client', () => {
  const group = pageChunks(MAIN)
  const fileOf = (id: string) => group.name(id, graph)

  it('hold together what the same pages need', () => {
    expect(fileOf('yjs')).toBe('plan-page')
    expect(fileOf('dates')).toBe('home-join-page-plan-page')
    expect(fileOf('numbers')).toBe(fileOf('dates'))
  })

  it('have what every page needs in the first one', () => {
    expect(fileOf('react')).toBe('start')
    expect(fileOf('/client/ui/lazy-page.tsx')).toBe('start')
  })

  it('leave pages, and what only a dialog needs, where they are', () => {
    for (const id of [MAIN, '/client/home.tsx', '/client/plan/plan-page.tsx']) {
      expect(fileOf(id)).toBeNull()
    }
    expect(fileOf('overlay')).toBeNull()
  })
})
