/** What one can say about the plan and its parts, as commands. */
import { useLingui } from '@lingui/react/macro'
import { oneLine } from '../../shared/text/plain-text.ts'
import { useOpenedAction } from '../actions/opened-action.ts'
import type { Command } from '../commands/command.ts'
import { useCommandWindows } from '../commands/command-window.ts'
import { PAGE_KEYS } from '../commands/key-list.ts'
import { type DiscussWish, discussWishOf } from '../open-plan/discuss-wish.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import type { MapSection } from './plan-map.ts'

export function useDiscussCommands(sections: readonly MapSection[]): readonly Command[] {
  const { t } = useLingui()
  const plan = useOpenPlan()
  const { show } = useCommandWindows()
  const { openId } = useOpenedAction()
  const { mayReadThreads, mayDiscuss, maySuggest } = plan.entry.me
  const partNames = useActionPartNames()
  if (!mayReadThreads) return []

  const wish = (wanted: DiscussWish) => () => discussWishOf(plan).set(wanted)
  const reading: readonly Command[] = [
    {
      id: 'discuss-show',
      group: 'plan',
      words: t`Comments and suggestions`,
      also: 'discussion threads notes margin kommentarer samtaler forslag marg',
      icon: 'comment',
      chord: PAGE_KEYS.notes,
      run: wish({ kind: 'show', threadId: null }),
    },
    {
      id: 'discuss-decisions',
      group: 'plan',
      words: t`Decisions`,
      also: 'decision log vedtak beslutninger logg',
      icon: 'check-list',
      run: () => show('decisions'),
    },
  ]
  if (!mayDiscuss) return reading
  const commentOn = (id: string, place: string, title: string): Command => ({
    id: `comment-${id}`,
    group: 'here',
    words: t`Comment on: ${title}`,
    also: 'comment kommenter',
    icon: 'comment',
    isQuiet: true,
    run: wish({ kind: 'comment-at', place }),
  })
  return [
    ...reading,
    {
      id: 'comment-words',
      group: 'text',
      words: t`Comment`,
      also: 'comment chosen words kommenter valgte ord marker',
      hint: t`On the chosen words, or where you are`,
      icon: 'comment',
      chord: PAGE_KEYS.comment,
      run: wish({ kind: 'comment-on-words' }),
    },
    commentOn('plan', 'plan', t`The whole plan`),
    ...sections.flatMap(({ id, title, fields, number, actions, commitment }) => [
      commentOn(id, `section:${id}`, title),
      ...fields.map((field) =>
        commentOn(field.id, `field:${field.id}`, `${title}, ${field.words.label}`),
      ),
      ...actions.map((action, index) =>
        commentOn(
          action.id,
          `action:${action.id}`,
          `${number}.${index + 1} ${oneLine(action.texts.title)}`,
        ),
      ),
      ...(commitment && maySuggest
        ? [
            {
              id: `suggest-action-${id}`,
              group: 'here',
              words: t`Suggest an action: ${title}`,
              also: 'suggest foreslå tiltak',
              icon: 'plus',
              isQuiet: true,
              run: wish({ kind: 'suggest-action', sectionId: id }),
            } as const satisfies Command,
          ]
        : []),
    ]),
    ...ofOpenAction(sections, openId).flatMap(({ action, title }) =>
      partNames.map(([part, name]) =>
        commentOn(`open-${part}`, `action:${action.id}:${part}`, `${title}, ${name}`),
      ),
    ),
  ]
}

/** The action that is open, if any, as its place is called. */
function ofOpenAction(sections: readonly MapSection[], openId: string | null) {
  return sections.flatMap(({ number, actions }) =>
    actions.flatMap((action, at) =>
      action.id === openId
        ? [{ action, title: `${number}.${at + 1} ${oneLine(action.texts.title)}` }]
        : [],
    ),
  )
}

function useActionPartNames(): readonly (readonly [part: string, name: string])[] {
  const { t } = useLingui()
  return [
    ['status', t`Status`],
    ['owners', t`Owner`],
    ['start', t`Start`],
    ['due', t`Deadline`],
    ['description', t`How we do it`],
    ['indicator', t`How we see that it works`],
    ['pupilsPart', t`The pupils’ part`],
    ['goal', t`Goal`],
    ['resources', t`Resources`],
  ]
}
