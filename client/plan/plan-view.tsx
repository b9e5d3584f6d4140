/** The open plan: the bar, the map at the side, and the paper with its sections. */
import { useCallback } from 'react'
import type { PlanEntry } from '../../shared/api/plans.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Template } from '../../shared/templates/template.ts'
import { ActionSettingProvider } from '../actions/action-setting.ts'
import { OpenedActionProvider, useOpenedActionState } from '../actions/opened-action.ts'
import { CommandWindowsProvider, useCommandWindowsState } from '../commands/command-window.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { usePlanReading } from '../open-plan/use-plan-reading.ts'
import { PageFooter } from '../ui/page-footer.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useLanguage } from '../words/language.tsx'
import { DeviceNote } from './device-note.tsx'
import { DiscussionPlace } from './discussion-place.tsx'
import { EditingDock } from './editing-dock.tsx'
import { ExampleNote } from './example-note.tsx'
import { Authors, SinceLast, WentBack, WithChangedBy } from './history-parts.tsx'
import { LeftWordsPlace } from './left-words-place.tsx'
import { PasteNews } from './paste-news.tsx'
import { PlanBar } from './plan-bar.tsx'
import { PlanCommandWindows, type OtherWindows } from './plan-command-windows.tsx'
import { PlanEnded } from './plan-ended.tsx'
import { mapPlan } from './plan-map.ts'
import { PlanOutline } from './plan-outline.tsx'
import { PlanSection } from './plan-section.tsx'
import { PlanStrip } from './plan-strip.tsx'
import styles from './plan-view.module.css'
import { PlanWheel } from './plan-wheel.tsx'
import { useNewerBuild } from './use-newer-build.ts'
import { usePreparedParts } from './use-prepared-parts.ts'
import { ReadOnlyNote } from './read-only-note.tsx'
import { SetAsidePlace } from './set-aside-place.tsx'
import { TitleBlock } from './title-block.tsx'
import { useActionSettingOf } from './use-action-setting-of.ts'
import { useArrival } from './use-arrival.ts'
import { useCleanCopying } from './use-clean-copying.ts'
import { useCurrentSection } from './use-current-section.ts'
import { useGoneAction } from './use-gone-action.ts'
import { useJumpToUndone } from './use-jump-to-undone.ts'
import { usePrintKey } from './use-print-plan.ts'
import { useRemoteNews } from './use-remote-news.ts'
import { useUndoKeys } from './use-undo-keys.ts'
import { useWhereabouts } from './use-whereabouts.ts'

interface PlanViewProps {
  readonly entry: PlanEntry
  readonly template: Template
  readonly otherWindows: OtherWindows
}

export function PlanView({ entry, template, otherWindows }: PlanViewProps) {
  const choice = useLanguage()
  const isWritable = useObservable(useOpenPlan().writable)
  const { language } = choice
  const { today } = entry.school
  const map = usePlanReading(
    useCallback(
      (plan: Plan) => mapPlan(plan, { template, language, today }),
      [template, language, today],
    ),
  )
  const { sections, parts } = map
  const setting = useActionSettingOf({
    members: entry.members,
    today: entry.school.today,
    template,
    mayWrite: isWritable,
    language,
  })
  const opened = useOpenedActionState()
  const windows = useCommandWindowsState()
  const currentId = useCurrentSection(template.sections.map(({ id }) => id))
  const current = sections.find(({ id }) => id === currentId)
  usePageTitle(map.title)
  useWhereabouts(currentId)
  useRemoteNews(sections)
  useUndoKeys()
  usePrintKey()
  useJumpToUndone(sections, opened)
  useArrival(opened.open)
  useGoneAction(map, opened)
  usePreparedParts()
  useNewerBuild()
  useCleanCopying()

  return (
    <ActionSettingProvider value={setting}>
      <OpenedActionProvider value={opened}>
        <CommandWindowsProvider value={windows}>
          <SkipLink />
          <PlanBar entry={entry} title={map.title} inbox={otherWindows.inbox} />
          <PlanStrip sections={sections} currentId={currentId} />
          <div className={styles['bench']} data-margin={entry.me.mayReadThreads}>
            <PlanOutline sections={sections} parts={parts} currentId={currentId} />
            <main className={styles['paper']} id="main" tabIndex={-1}>
              <div className={styles['head']}>
                <div className={styles['column']}>
                  <PlanEnded />
                  {entry.me.mayWrite && <DeviceNote />}
                  <SetAsidePlace />
                  {!entry.me.mayReadThreads && <LeftWordsPlace entry={entry} />}
                  <ExampleNote entry={entry} />
                  {!isWritable && <ReadOnlyNote mayWrite={entry.me.mayWrite} />}
                  <SinceLast entry={entry} />
                  <TitleBlock
                    kind={template.words[language].kind}
                    school={entry.school.name}
                    periodStart={map.periodStart}
                    periodEnd={map.periodEnd}
                    isReadOnly={!isWritable}
                  >
                    <div className={styles['phoneWheel']}>
                      <PlanWheel
                        parts={parts}
                        sections={sections}
                        chosen={current?.commitment ?? null}
                        isPicture
                      />
                    </div>
                  </TitleBlock>
                </div>
              </div>
              <WithChangedBy entry={entry}>
                {sections.map((section) => (
                  <PlanSection
                    key={section.id}
                    section={section}
                    deleted={map.deletedActions}
                    evidence={map.evidence}
                    isReadOnly={!isWritable}
                  />
                ))}
              </WithChangedBy>
              <Authors />
              <WentBack entry={entry} />
              <EditingDock />
              <PasteNews />
            </main>
            {entry.me.mayReadThreads && <DiscussionPlace sections={sections} />}
          </div>
          <PageFooter {...choice} />
          <PlanCommandWindows sections={sections} otherWindows={otherWindows} />
        </CommandWindowsProvider>
      </OpenedActionProvider>
    </ActionSettingProvider>
  )
}
