/** What can be done with actions, as commands: new ones, the open one, deleted ones. */
import { useLingui } from '@lingui/react/macro'
import type { Action, Plan } from '../../shared/plan/plan.ts'
import { STATUSES } from '../../shared/plan/status.ts'
import { oneLine } from '../../shared/text/plain-text.ts'
import { useActionSetting } from '../actions/action-setting.ts'
import { useOpenedAction } from '../actions/opened-action.ts'
import { useActionCommands } from '../actions/use-action-commands.ts'
import { useActionDeeds } from '../actions/use-action-deeds.ts'
import { useOwnerPerson } from '../actions/use-owner-person.ts'
import type { Command } from '../commands/command.ts'
import { ACTION_KEYS } from '../commands/key-list.ts'
import { useStatusWords } from '../ui/status-words.ts'
import { pressButton } from './go-to.ts'

export function useActionListCommands(plan: Plan): readonly Command[] {
  const { t } = useLingui()
  const { mayWrite, commitments } = useActionSetting()
  const actionCommands = useActionCommands()
  const { open, openId } = useOpenedAction()
  const { bringBack } = useActionDeeds()
  const ofOpen = useOpenActionCommands(plan)
  const isOpen = plan.actions.some(({ id }) => id === openId)
  if (!mayWrite) return isOpen ? ofOpen.filter(({ id }) => READERS_HAVE.includes(id)) : []

  return [
    ...(isOpen ? ofOpen : []),
    ...commitments.map(({ commitment, number, title }): Command => ({
      id: `new-action-${commitment}`,
      group: 'plan',
      words: t`New action: ${number} ${title}`,
      also: 'add legg til nytt tiltak',
      icon: 'plus',
      run: () => open(actionCommands.create(commitment), 'title'),
    })),
    ...plan.deletedActions.map((action): Command => {
      const name = oneLine(action.texts.title) || t`Action without a name`
      return {
        id: `bring-back-${action.id}`,
        group: 'plan',
        words: t`Bring back “${name}”`,
        also: 'restore deleted slettet gjenopprett',
        icon: 'undo',
        isQuiet: true,
        run: () => bringBack(action),
      }
    }),
  ]
}

const READERS_HAVE = ['action-more', 'action-close']

function useOpenActionCommands({ actions }: Plan): readonly Command[] {
  const { t } = useLingui()
  const { commitments } = useActionSetting()
  const actionCommands = useActionCommands()
  const { openId, close } = useOpenedAction()
  const deeds = useActionDeeds()
  const statusWords = useStatusWords()
  const person = useOwnerPerson()
  const action = actions.find(({ id }) => id === openId)
  if (!action) return []

  const neighbours = actions.filter(({ commitment }) => commitment === action.commitment)
  const place = neighbours.indexOf(action)
  const step = (by: -1 | 1) => deeds.step(action, by, neighbours.length)

  return [
    ...STATUSES.filter((status) => status !== action.status).map((status) => {
      const name = statusWords[status]
      return command(`status-${status}`, t`Status: ${name}`, () =>
        actionCommands.setStatus(action.id, status),
      )
    }),
    ...(place > 0
      ? [command('up', t`Move the action up`, () => step(-1), upDown('arrow-up', 'moveUp'))]
      : []),
    ...(place < neighbours.length - 1
      ? [command('down', t`Move the action down`, () => step(1), upDown('arrow-down', 'moveDown'))]
      : []),
    ...commitments
      .filter(({ commitment }) => commitment !== action.commitment)
      .map(({ commitment, number, title }) =>
        command(
          `to-${commitment}`,
          t`Move the action to ${number} ${title}`,
          () => deeds.moveTo(action, commitment, title),
          { icon: 'move' },
        ),
      ),
    command('owner', t`Add an owner`, () => press(action, 'owner'), { icon: 'person' }),
    ...action.owners
      .map(person)
      .map(({ key, name }) =>
        command(
          `remove-${key}`,
          t`Remove ${name}`,
          () => actionCommands.setOwner(action.id, key, false),
          { isPersonal: true },
        ),
      ),
    command('start', t`Start: choose a date`, () => press(action, 'start'), { icon: 'calendar' }),
    command('due', t`Deadline: choose a date`, () => press(action, 'due'), { icon: 'calendar' }),
    command('more', t`Goal, resources and evidence`, () => press(action, 'more')),
    command('delete', t`Delete the action`, () => deeds.remove(action), { icon: 'trash' }),
    command('close', t`Close the action`, () => close(action.id), { chord: ACTION_KEYS.close }),
  ]
}

function command(id: string, words: string, run: () => void, more: Partial<Command> = {}): Command {
  return { id: `action-${id}`, group: 'action', words, run, ...more }
}

function upDown(icon: 'arrow-up' | 'arrow-down', key: 'moveUp' | 'moveDown'): Partial<Command> {
  return { icon, chord: ACTION_KEYS[key] }
}

function press({ id }: Action, command: string): void {
  pressButton(
    document
      .getElementById(`action-${id}`)
      ?.querySelector<HTMLElement>(`button[data-command="${command}"]`),
  )
}
