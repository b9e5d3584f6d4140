/** Whose the letters are when a suggestion is accepted and taken back. Real sockets, on both engines. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { TextAuthors } from '../../../shared/api/history.ts'
import type { Thread } from '../../../shared/api/threads.ts'
import { makeAnchor } from '../../../shared/discuss/make-anchor.ts'
import { flatText } from '../../../shared/discuss/flat-text.ts'
import { createSpeaker } from '../../support/discussing.ts'
import { ENGINES, STARTING_POSTGRES_MS } from '../../support/engines.ts'
import { openSchool, type OpenSchool } from '../../support/open-school.ts'
import { FIELD } from '../../support/suggested-plan.ts'
import type { SyncClient } from '../../support/sync-client.ts'
import { addTestMember, type TestPerson } from '../../support/test-people.ts'
import { until } from '../../support/until.ts'

const textOf = ({ doc }: SyncClient) => doc.getXmlFragment(`text:${FIELD}`)
const wordsIn = (client: SyncClient) => flatText(textOf(client)).words

describe.each(ENGINES)('whose words are on %s', (engine) => {
  let open: OpenSchool
  let kari: TestPerson
  let ola: TestPerson
  let hers: SyncClient
  let his: SyncClient

  beforeEach(async () => {
    open = await openSchool({ engine })
    kari = open.school.people.teacher
    ola = await addTestMember(open.app, open.school, 'teacher')
    hers = await open.openPlan(kari)
    his = await open.openPlan(ola)
  }, STARTING_POSTGRES_MS)
  afterEach(() => open.close())

  /** At the end of the last line, or of one more. */
  async function write(client: SyncClient, words: string, isNewLine = false): Promise<void> {
    const text = textOf(client)
    client.doc.transact(() => {
      if (text.length === 0 || isNewLine) {
        const line = new Y.XmlElement('paragraph')
        line.insert(0, [new Y.XmlText(words)])
        text.insert(text.length, [line])
        return
      }
      const line = text.get(text.length - 1) as Y.XmlElement
      if (line.length === 0) line.insert(0, [new Y.XmlText()])
      const last = line.get(line.length - 1) as Y.XmlText
      last.insert(last.length, words)
    })
    await client.allSaved()
    await until('both have it', () => wordsIn(hers) === wordsIn(his))
  }

  async function suggest(quote: string, words: string): Promise<Thread> {
    const from = wordsIn(hers).indexOf(quote)
    const anchor = makeAnchor(textOf(hers), { from, to: from + quote.length })
    const head = createSpeaker(open.app, open.planId, open.school.people.leadership.cookie)
    return head.begin({
      place: { kind: 'field', fieldId: FIELD, anchor },
      body: null,
      suggestion: { kind: 'words', words },
    })
  }
  const settle = ({ threadId }: Thread, how: string) =>
    open.post(`/threads/${threadId}/${how}`, undefined, open.school.people.coordinator)

  /** Each piece of the field, and whose it is. */
  async function piecesBy() {
    const names = new Map([
      [kari.memberId as string, 'kari'],
      [ola.memberId as string, 'ola'],
      [open.school.people.leadership.memberId as string, 'head'],
      [open.school.people.coordinator.memberId as string, 'coordinator'],
    ])
    const { people, texts } = await open.get<TextAuthors>('/authors')
    let at = 0
    return (texts[`field:${FIELD}`] ?? []).map(([length, who]) => {
      const words = wordsIn(hers).slice(at, (at += length))
      return [words, names.get(people[who]?.memberId ?? '') ?? null]
    })
  }

  it('[T22] in a line the same after it was taken back, whoever pressed', async () => {
    await write(hers, 'Vi møtes ')
    await write(his, 'hver uke')
    await write(hers, ' alltid.')
    const before = await piecesBy()
    const thread = await suggest('møtes hver uke alltid', 'ses hver dag, støtt')

    await settle(thread, 'accept')
    await until('it is shown', () => wordsIn(hers) === 'Vi ses hver dag, støtt.')
    expect(await piecesBy()).toContainEqual(['ses', 'head'])
    await settle(thread, 'take-back')
    await until('it is shown', () => wordsIn(hers) === 'Vi møtes hver uke alltid.')

    expect(await piecesBy()).toEqual(before)
    expect(before).toEqual([
      ['Vi møtes ', 'kari'],
      ['hver uke', 'ola'],
      [' alltid.', 'kari'],
    ])
  })

  it('[T22] over lines theirs also where they are only moved, and again when taken back', async () => {
    await write(hers, 'Vi møtes')
    await write(his, ' ofte.', true)
    await write(hers, ' Takk.')
    const before = await piecesBy()
    const thread = await suggest('møtes\n ofte', 'ses')

    await settle(thread, 'accept')
    await until('it is shown', () => wordsIn(hers) === 'Vi ses. Takk.')
    expect(await piecesBy()).toEqual([
      ['Vi ', 'kari'],
      ['ses', 'head'],
      ['.', 'ola'],
      [' Takk.', 'kari'],
    ])
    await settle(thread, 'take-back')
    await until('it is shown', () => wordsIn(hers) === 'Vi møtes\n ofte. Takk.')

    expect(await piecesBy()).toEqual(before)
  })

  it('[T22] theirs still when it is taken back twice, and they go on writing', async () => {
    await write(hers, 'Vi møtes ')
    await write(his, 'hver uke.')
    const before = await piecesBy()
    for (const words of ['ses hver dag', 'er ett']) {
      const thread = await suggest('møtes hver uke', words)
      await settle(thread, 'accept')
      await settle(thread, 'take-back')
      await until('it is shown', () => wordsIn(hers) === 'Vi møtes hver uke.')
    }
    expect(await piecesBy()).toEqual(before)

    await write(his, ' Og Ola.')
    await write(hers, ' Og Kari.')

    expect([hers.closeCode(), his.closeCode()]).toEqual([null, null])
    expect((await piecesBy()).slice(-2)).toEqual([
      ['hver uke. Og Ola.', 'ola'],
      [' Og Kari.', 'kari'],
    ])
  })
})
