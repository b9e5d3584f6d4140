/**
 * The drawer on the start page: what was set aside of all plans of this person on this
 * device, also of plans that cannot be opened any more. To read, to copy, to let go; put
 * back it is in the plan itself.
 */
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import * as Y from 'yjs'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { findTemplate } from '../../shared/templates/templates.ts'
import type { Template } from '../../shared/templates/template.ts'
import { ActionSettingProvider } from '../actions/action-setting.ts'
import type { DeviceCopy } from '../open-plan/device-copies.ts'
import type { SetAsideCopy } from '../open-plan/plan-database.ts'
import { differencesOf } from '../open-plan/set-aside.ts'
import { Disclosure } from '../ui/disclosure.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useLanguage } from '../words/language.tsx'
import { SetAsideEntry } from './set-aside-entry.tsx'
import styles from './set-aside-drawer.module.css'
import { useActionSettingOf } from './use-action-setting-of.ts'

interface SetAsideDrawerProps {
  /** Of plans with something set aside. */
  readonly copies: readonly DeviceCopy[]
  /** What is remembered of the plans. */
  readonly entries: readonly PlanEntry[]
  readonly onDiscard: (planId: string, copyId: string) => void
}

export function SetAsideDrawer({ copies, entries, onDiscard }: SetAsideDrawerProps) {
  const [isOpen, setIsOpen] = useState(false)
  const count = copies.reduce((sum, { setAside }) => sum + setAside.length, 0)
  return (
    <section className={styles['drawer']} aria-labelledby="set-aside-drawer">
      <h2 id="set-aside-drawer">
        <Trans>Set aside on this device</Trans>
      </h2>
      <p>
        <Trans>
          Words of yours that could not be put together with a plan. They are only on this device.
        </Trans>
      </p>
      <Disclosure
        label={<Plural value={count} one="Show # copy" other="Show # copies" />}
        isOpen={isOpen}
        onToggle={setIsOpen}
      >
        {isOpen &&
          copies.map((copy) => (
            <PlanCopies
              key={copy.planId}
              copy={copy}
              entry={entries.find(({ planId }) => planId === copy.planId) ?? null}
              onDiscard={onDiscard}
            />
          ))}
      </Disclosure>
    </section>
  )
}

interface PlanCopiesProps {
  readonly copy: DeviceCopy
  /** null: nothing is remembered of the plan. */
  readonly entry: PlanEntry | null
  readonly onDiscard: SetAsideDrawerProps['onDiscard']
}

function PlanCopies({ copy, entry, onDiscard }: PlanCopiesProps) {
  const { t } = useLingui()
  const template = entry && findTemplate(entry.template.id, entry.template.version)
  return (
    <div className={styles['plan']}>
      <div className={styles['head']}>
        <h3 dir="auto">{entry?.title || t`Plan without a title`}</h3>
        <LinkButton href={`/plans/${copy.planId}`} size="small">
          <Trans>Open the plan</Trans>
        </LinkButton>
      </div>
      {entry && template ? (
        <ReadableCopies copy={copy} entry={entry} template={template} onDiscard={onDiscard} />
      ) : (
        <p>
          <Trans>Open the plan with a connection to read what was set aside.</Trans>
        </p>
      )}
    </div>
  )
}

interface ReadableCopiesProps extends PlanCopiesProps {
  readonly entry: PlanEntry
  readonly template: Template
}

function ReadableCopies({ copy, entry, template, onDiscard }: ReadableCopiesProps) {
  const { language } = useLanguage()
  const setting = useActionSettingOf({ entry, template, mayWrite: false, language })
  const doc = useMemo(() => documentOf(copy.updates), [copy])
  return (
    <ActionSettingProvider value={setting}>
      <ul className={styles['entries']}>
        {copy.setAside.map((each: SetAsideCopy) => (
          <SetAsideEntry
            key={each.id}
            atMs={each.atMs}
            differences={differencesOf(each, { doc, template })}
            isPutBack={each.isPutBack === true}
            onDiscard={() => onDiscard(copy.planId, each.id)}
          />
        ))}
      </ul>
    </ActionSettingProvider>
  )
}

/** The plan as this device has it; empty when it has none: then all of a copy is shown. */
function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}
