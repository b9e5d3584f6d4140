import { expect, it } from 'vitest'
import type { Command } from '../../../client/commands/command.ts'
import { listCommands } from '../../../client/commands/list-commands.ts'

const command = (id: string, words: string, more: Partial<Command> = {}): Command => ({
  id,
  words,
  group: 'plan',
  run: () => undefined,
  ...more,
})
const COMMANDS = [
  command('print', 'Skriv ut'),
  command('bold', 'Fet', { group: 'text' }),
  command('go', 'Øvelser', { group: 'go', isQuiet: true }),
]
const ids = (search: string, recent: readonly string[] = []) =>
  listCommands(COMMANDS, search, recent).map(({ group, commands }) => [
    group,
    ...commands.map(({ id }) => id),
  ])

it('begins with the commands used last, then each group, without the quiet ones', () => {
  expect(ids('', ['go', 'gone'])).toEqual([
    ['recent', 'go'],
    ['text', 'bold'],
    ['plan', 'print'],
  ])
})

it('lists whatever fits what is typed, the quiet ones too', () => {
  expect(ids('ovelse')).toEqual([['fitting', 'go']])
  expect(ids('ingenting')).toEqual([])
})
