/** Versions, changes, and who wrote what, as commands. */
import { useLingui } from '@lingui/react/macro'
import type { Command } from '../commands/command.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { useHistoryDeeds } from './use-history-deeds.ts'

export function useHistoryCommands(): readonly Command[] {
  const { t } = useLingui()
  const { entry } = useOpenPlan()
  const { isAuthorsShown, toggleAuthors, toHistory, toSinceLast } = useHistoryDeeds()
  if (!entry.me.mayReadHistory) return []
  return [
    {
      id: 'history',
      group: 'plan',
      words: t`See what has changed`,
      also: 'history versions compare restore versjoner historikk sammenlign hent tilbake logg',
      icon: 'history',
      run: toHistory,
    },
    ...(toSinceLast === null
      ? []
      : [
          {
            id: 'since-last',
            group: 'plan' as const,
            words: t`See what has changed since you were last here`,
            also: 'siden sist nytt news',
            icon: 'history' as const,
            run: toSinceLast,
          },
        ]),
    {
      id: 'authors',
      group: 'plan',
      words: isAuthorsShown ? t`Hide who has written what` : t`Show who has written what`,
      also: 'authors colours forfatter farger hvem',
      icon: 'person',
      run: toggleAuthors,
    },
  ]
}
