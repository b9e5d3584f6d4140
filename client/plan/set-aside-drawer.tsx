/**
 * The drawer on the start page: what was set aside of all plans of this person on this
 * device, also of plans that cannot be opened any more, and of which nothing is remembered.
 * To read, to copy, to let go; put back it is in the plan itself.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import * as Y from 'yjs'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { calendarDateAt } from '../../shared/calendar-date.ts'
import { CURRENT_TEMPLATE, findTemplate } from '../../shared/templates/templates.ts'
import { ActionSettingProvider } from '../actions/action-setting.ts'
import type { DeviceCopy } from '../open-plan/device-copies.ts'
import { groupTwins, type TwinCopies } from '../open-plan/set-aside-twins.ts'
import { differencesOf } from '../open-plan/set-aside-words.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useLanguage } from '../words/language.tsx'
import { SetAsideEntry } from './set-aside-entry.tsx'
import styles from './set-aside-drawer.module.css'
import { useActionSettingOf } from './use-action-setting-of.ts'

interface SetAsideDrawerProps {
  /** Of plans with something set aside; may be none. */
  readonly copies: readonly DeviceCopy[]
  /** How many plans on this device could not be looked into. */
  readonly unreadableCount: number
  /** What is remembered of the plans. */
  readonly entries: readonly PlanEntry[]
  /** All of these, which are one to a person. */
  readonly onDiscard: (planId: string, copyIds: readonly string[]) => void
}

export function SetAsideDrawer(props: SetAsideDrawerProps) {
  const { copies, unreadableCount, entries, onDiscard } = props
  const [isOpen, setIsOpen] = useState(false)
  const plans = useMemo(
    () => copies.map((copy) => ({ copy, groups: groupTwins(copy.setAside) })),
    [copies],
  )
  const count = plans.reduce((sum, { groups }) => sum + groups.length, 0)
  return (
    <section className={styles['drawer']} aria-labelledby="set-aside-drawer">
      <h2 id="set-aside-drawer">
        <Trans>Set aside on this device</Trans>
      </h2>
      {unreadableCount > 0 && (
        <p>
          <Plural
            value={unreadableCount}
            one="One plan on this device cannot be read just now. What is in it is still here: close the other windows with plans, and reload the page."
            other="# plans on this device cannot be read just now. What is in them is still here: close the other windows with plans, and reload the page."
          />
        </p>
      )}
      {count > 0 && (
        <>
          <p>
            <Trans>
              Words that could not be put together with a plan. Some of them may be only on this
              device.
            </Trans>
          </p>
          <Disclosure
            label={<Plural value={count} one="Show # copy" other="Show # copies" />}
            isOpen={isOpen}
            onToggle={setIsOpen}
          >
            {isOpen &&
              plans.map(({ copy, groups }) => (
                <PlanCopies
                  key={copy.planId}
                  copy={copy}
                  groups={groups}
                  entry={entries.find(({ planId }) => planId === copy.planId) ?? null}
                  onDiscard={onDiscard}
                />
              ))}
          </Disclosure>
        </>
      )}
    </section>
  )
}

interface PlanCopiesProps {
  readonly copy: DeviceCopy
  readonly groups: readonly TwinCopies[]
  /** null: nothing is remembered of the plan; its words are read by the template of now. */
  readonly entry: PlanEntry | null
  readonly onDiscard: SetAsideDrawerProps['onDiscard']
}

function PlanCopies({ copy, groups, entry, onDiscard }: PlanCopiesProps) {
  const { t } = useLingui()
  const { language } = useLanguage()
  const template = entry
    ? findTemplate(entry.template.id, entry.template.version)
    : CURRENT_TEMPLATE
  const setting = useActionSettingOf({
    members: entry?.members ?? NOBODY,
    today: entry?.school.today ?? calendarDateAt(groups[0]?.[0].atMs ?? 0, 'UTC'),
    template: template ?? CURRENT_TEMPLATE,
    mayWrite: false,
    language,
  })
  const doc = useMemo(() => documentOf(copy.updates), [copy])
  return (
    <div className={styles['plan']}>
      <div className={styles['head']}>
        <h3 dir="auto">{entry?.title || t`Plan without a title`}</h3>
        <LinkButton href={`/plans/${copy.planId}`} size="small">
          <Trans>Open the plan</Trans>
        </LinkButton>
      </div>
      <ActionSettingProvider value={setting}>
        <ul className={styles['entries']}>
          {groups.map((twins) => (
            <SetAsideEntry
              key={twins[0].id}
              atMs={twins[0].atMs}
              differences={differencesOf(twins[0], { doc, template })}
              isPutBack={twins[0].isPutBack === true}
              onDiscard={() =>
                onDiscard(
                  copy.planId,
                  twins.map(({ id }) => id),
                )
              }
            />
          ))}
        </ul>
      </ActionSettingProvider>
    </div>
  )
}

const NOBODY: PlanEntry['members'] = []

/** The plan as this device has it; empty when it has none: then all of a copy is shown. */
function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
