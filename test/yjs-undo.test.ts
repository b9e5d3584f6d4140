import * as Y from 'yjs'
import { expect, it } from 'vitest'
import { undoScript } from './support/undo-script.ts'

// When this fails, yjs has been mended: client/open-plan/patch-yjs.ts can go.
it('an unmended yjs shows its writer another text than everybody else', () => {
  const { own, decoded } = undoScript(Y)

  expect(own).toBe('Norge er fint')
  expect(decoded).not.toBe(own)
})
