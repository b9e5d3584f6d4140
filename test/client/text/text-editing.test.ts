/** Which texts there are: the caret of an editor that goes with its text waits for that text. */
import { afterEach, describe, expect, it } from 'vitest'
import {
  type Entrance,
  type TextEditing,
  textEditingOf,
} from '../../../client/text/text-editing.ts'
import { closeAll, openSaved } from '../../support/opened-plan.ts'

const FIELD = 'an-action.description'

afterEach(closeAll)

describe('a text of a plan', () => {
  it('is entered where the caret was, when it comes back in another place', async () => {
    const { editing, selection } = await openEditing()
    const entered = show(editing)
    entered.remove()

    editing.noteGoing(FIELD, selection)

    expect(show(editing).entrances).toEqual([{ at: 'selection', selection }])
  })

  it('is not entered again when only its editor went, by Escape or because it was left', async () => {
    const { editing, selection } = await openEditing()
    const entered = show(editing)

    editing.noteGoing(FIELD, selection)
    entered.remove()

    expect(show(editing).entrances).toEqual([])
  })

  it('is entered once', async () => {
    const { editing, selection } = await openEditing()
    show(editing).remove()
    editing.noteGoing(FIELD, selection)
    show(editing).remove()

    expect(show(editing).entrances).toEqual([])
  })
})

async function openEditing() {
  const { plan } = await openSaved()
  const selection = { fragment: plan.doc.getXmlFragment(FIELD), anchor: null, head: null }
  return { editing: textEditingOf(plan), selection }
}

/** It is on the page until it is removed. */
function show(editing: TextEditing) {
  const entrances: Entrance[] = []
  const remove = editing.register({
    root: document.createElement('div'),
    fieldId: FIELD,
    enter: (entrance) => entrances.push(entrance),
  })
  return { entrances, remove }
}
