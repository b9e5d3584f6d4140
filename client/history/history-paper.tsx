/** The paper under the head: the plan with what changed in it, in sentences, or as it was. */
import { Trans, useLingui } from '@lingui/react/macro'
import { useMemo } from 'react'
import { useLanguage } from '../words/language.tsx'
import { DifferenceAsText } from './difference-as-text.tsx'
import { FactsOnPaper } from './facts-on-paper.tsx'
import { useActionName } from './history-names.ts'
import { useHistorySetting } from './history-setting.ts'
import styles from './history-paper.module.css'
import { compareForPaper } from './paper-content.ts'
import { RestoreButton } from './restore-button.tsx'
import { type SectionDeeds, SectionOnPaper } from './section-difference.tsx'
import type { ComparedMoments } from './use-compared-moments.ts'
import type { ChosenHistory } from './use-history-choice.ts'

interface HistoryPaperProps {
  readonly compared: ComparedMoments
  readonly choice: ChosenHistory
}

export function HistoryPaper({ compared, choice }: HistoryPaperProps) {
  const { comparison } = compared
  if (choice.view === 'then') return <PlanThen compared={compared} />
  if (comparison.count === 0 && !choice.isWhole) {
    return (
      <p className={styles['none']}>
        <Trans>Nothing has changed between these two.</Trans>
      </p>
    )
  }
  if (choice.view === 'text') return <DifferenceAsText comparison={comparison} />
  return <ChangesOnPaper compared={compared} isWhole={choice.isWhole} />
}

interface ChangesOnPaperProps {
  readonly compared: ComparedMoments
  readonly isWhole: boolean
}

function ChangesOnPaper({ compared, isWhole }: ChangesOnPaperProps) {
  const { comparison } = compared
  const deeds = useRestoring(compared)
  const shown = comparison.sections.filter(({ count }) => isWhole || count > 0)
  return (
    <>
      <FactsOnPaper comparison={comparison} isWhole={isWhole} />
      {shown.map((section) => (
        <SectionOnPaper
          key={section.id}
          section={section}
          after={comparison.after}
          isWhole={isWhole}
          {...deeds}
        />
      ))}
    </>
  )
}

/** The plan as it was: compared with itself, and all of it shown. */
function PlanThen({ compared: { from } }: Pick<HistoryPaperProps, 'compared'>) {
  const { template } = useHistorySetting()
  const { language } = useLanguage()
  const { plan } = from
  const same = useMemo(
    () => compareForPaper(plan, plan, { template, language }),
    [plan, template, language],
  )
  return (
    <>
      <FactsOnPaper comparison={same} isWhole />
      {same.sections.map((section) => (
        <SectionOnPaper
          key={section.id}
          section={section}
          after={plan}
          isWhole
          renderSectionDeed={nothing}
          renderActionDeed={nothing}
        />
      ))}
    </>
  )
}

/** Buttons for those who may write, where something changed and can be had back. */
function useRestoring({ from, comparison }: ComparedMoments): SectionDeeds {
  const { t } = useLingui()
  const { me } = useHistorySetting().entry
  const actionName = useActionName()
  if (!me.mayWrite) return { renderSectionDeed: nothing, renderActionDeed: nothing }
  const known = new Set(comparison.before.actions.map(({ id }) => id))
  return {
    renderSectionDeed: ({ id, name, count }) =>
      count > 0 && (
        <RestoreButton
          what={{ kind: 'section', sectionId: id }}
          moment={from}
          label={t`Restore the section ${name}`}
        >
          <Trans>Restore the section</Trans>
        </RestoreButton>
      ),
    renderActionDeed: (change) => {
      const name = actionName(change.action)
      const isChanged =
        change.parts.length > 0 || change.isReordered || change.after.kind !== 'here'
      return (
        isChanged &&
        known.has(change.action.id) && (
          <RestoreButton
            what={{ kind: 'action', actionId: change.action.id }}
            moment={from}
            label={t`Restore the action ${name}`}
          >
            <Trans>Restore the action</Trans>
          </RestoreButton>
        )
      )
    },
  }
}

const nothing = () => null
