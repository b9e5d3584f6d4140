import { afterEach, beforeEach, expect, it } from 'vitest'
import { forgetAll, rememberedOr } from '../../../client/api/remembered.ts'
import { noteCommand, recentCommands } from '../../../client/commands/recent-commands.ts'

const enter = (userId: string) =>
  rememberedOr(
    'me',
    () => Promise.resolve(userId),
    (reply) => reply,
  )

/** Everything in the storage, as one text. */
const keptHere = () => Object.values(localStorage).join(' ')

beforeEach(() => enter('kari'))
afterEach(() => localStorage.clear())

it('remembers the commands used last, the latest first and each once, whatever is in an id', () => {
  for (const id of ['print', 'with a blank', 'undo', 'print']) noteCommand({ id })

  expect(recentCommands()).toEqual(['print', 'undo', 'with a blank'])
})

it('notes nothing of a command about a person', () => {
  noteCommand({ id: 'action-remove-name:Kari Nordmann', isPersonal: true })

  expect(keptHere()).not.toContain('Nordmann')
})

it('forgets them at sign-out, and shows nobody those of another', async () => {
  noteCommand({ id: 'print' })
  await enter('ola')
  const ofOla = recentCommands()

  forgetAll()

  expect(ofOla).toEqual([])
  expect(keptHere()).not.toContain('print')
})

it('begins anew when what is kept is no list of ids', async () => {
  noteCommand({ id: 'print' })
  const [key] = Object.keys(localStorage).filter((each) => each.includes('recent'))
  localStorage.setItem(key!, '{"print":1}')

  expect(recentCommands()).toEqual([])
})
