/** What waited while something was taken out of the plan, begun on it once more. */
import { describe, expect, it } from 'vitest'
import { begunAnew } from '../../../client/discuss/begin-anew.ts'
import { redactUpdates } from '../../../server/sync/doc-work.ts'
import type { NewThread } from '../../../shared/api/threads.ts'
import { anchorOf, type ThreadPlace } from '../../../shared/discuss/thread-place.ts'
import {
  actionContent,
  anchorIn,
  createSuggestedPlan,
  docOf,
  FIELD,
  ON_FIELD,
  paragraphs,
} from '../../support/suggested-plan.ts'

const random = (count: number) => crypto.getRandomValues(new Uint8Array(count))

/** A plan with a name in it, and without. */
function twice() {
  const plan = createSuggestedPlan({
    texts: {
      [FIELD]: paragraphs('Hele kollegiet møtes på lærerværelset hver uke. Kari Nordmann leder.'),
    },
    actions: [actionContent({ owners: ['name:Kari Nordmann', 'name:Ola'] })],
  })
  const redaction = { text: 'Kari Nordmann', replacement: '…' }
  const clean = docOf([redactUpdates(plan.updates, redaction, random).bytes])
  const { actions } = plan.plan()
  const owners = [
    { kind: 'name', name: '…' },
    { kind: 'name', name: 'Ola' },
  ] as const
  const action = { ...actions[0]!, owners }
  return { before: plan.doc(), action, now: { doc: clean, epoch: 9, actionOf: () => action } }
}

const thread = (place: ThreadPlace, traits: Partial<NewThread> = {}): NewThread => ({
  threadId: 't'.repeat(20),
  messageId: 'm'.repeat(20),
  place,
  body: 'Hvorfor?',
  suggestion: null,
  epoch: 1,
  ...traits,
})

describe('begun anew', () => {
  it('is on the same words, found in the plan as it is, and holds nothing that was taken out', () => {
    const { before, now } = twice()
    const anchor = anchorIn(before, { fieldId: FIELD }, 'hver uke.')
    expect(anchor.after).toContain('Kari')

    const begun = begunAnew(thread({ ...ON_FIELD, anchor } as ThreadPlace), now)

    expect(begun && anchorOf(begun.place)).toMatchObject({ quote: 'hver uke.', after: ' … leder.' })
    expect(begun).toMatchObject({ epoch: 9, body: 'Hvorfor?' })
  })

  it('is on the whole text when its words were taken out', () => {
    const { before, now } = twice()
    const anchor = anchorIn(before, { fieldId: FIELD }, 'Kari Nordmann leder.')

    const begun = begunAnew(thread({ ...ON_FIELD, anchor } as ThreadPlace), now)

    expect(begun).toMatchObject({ place: ON_FIELD, body: 'Hvorfor?', epoch: 9 })
    expect(JSON.stringify(begun)).not.toContain('Nordmann')
  })

  it('is not begun when it suggests other words for some that were taken out', () => {
    const { before, now } = twice()
    const anchor = anchorIn(before, { fieldId: FIELD }, 'Kari Nordmann leder.')
    const suggestion = { kind: 'words', words: 'Kari Nordmann leder alt.' } as const

    expect(
      begunAnew(thread({ ...ON_FIELD, anchor } as ThreadPlace, { suggestion }), now),
    ).toBeNull()
  })

  it('takes owners whom nobody chose as they are by now', () => {
    const { action, now } = twice()
    const place = { kind: 'action', actionId: action.id, part: 'owners', anchor: null } as const
    const suggestion = {
      kind: 'fact',
      fact: 'owners',
      from: ['name:Kari Nordmann', 'name:Ola'],
      to: ['name:Kari Nordmann', 'name:Ola', 'name:Mina'],
    } as const

    const begun = begunAnew(thread(place, { suggestion: suggestion as never }), now)

    expect(begun?.suggestion).toMatchObject({
      from: ['name:…', 'name:Ola'],
      to: ['name:Ola', 'name:Mina'],
    })
  })
})
