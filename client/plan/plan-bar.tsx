/**
 * The bar above a plan: where one is, whether the words are safe, who is here, what one can take
 * out.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { type ReactNode, useMemo } from 'react'
import { Link } from 'wouter'
import type { PlanEntry } from '../../shared/api/plans.ts'
import { useCommandWindows } from '../commands/command-window.ts'
import { calmSaving } from '../open-plan/calm-saving.ts'
import { discussWishOf } from '../open-plan/discuss-wish.ts'
import { useHueOf } from '../open-plan/use-hue-of.ts'
import { useObservable } from '../open-plan/use-observable.ts'
import { useOpenPlan } from '../open-plan/use-open-plan.ts'
import { usePeople } from '../open-plan/use-people.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { SaveBadge } from '../ui/save-badge.tsx'
import { ThemeButton } from '../ui/theme-button.tsx'
import { Logo } from '../ui/top-bar.tsx'
import { IdleMenu } from './idle-menu.tsx'
import { onePerPerson } from './people-in.ts'
import { PeopleRow } from './people-row.tsx'
import styles from './plan-bar.module.css'
import { lazyPart } from '../ui/lazy-part.ts'

const ExportMenu = lazyPart(() => import('./export-menu.tsx').then(({ ExportMenu: menu }) => menu))
const HistoryMenu = lazyPart(() =>
  import('./history-menu.tsx').then(({ HistoryMenu: menu }) => menu),
)
const PlanMoreMenu = lazyPart(() =>
  import('./plan-more-menu.tsx').then(({ PlanMoreMenu: menu }) => menu),
)

interface PlanBarProps {
  readonly entry: PlanEntry
  readonly title: string
  /** The bell of what waits for me. */
  readonly inbox: ReactNode
}

export function PlanBar({ entry, title, inbox }: PlanBarProps) {
  const { t } = useLingui()
  const plan = useOpenPlan()
  const { show } = useCommandWindows()
  const hueOf = useHueOf()
  const myName = entry.me.name
  const others = onePerPerson(usePeople()).filter(({ userId }) => userId !== entry.me.userId)

  return (
    <header className={styles['top']}>
      <div className={styles['bar']}>
        <Logo isNameHidden />
        <div className={styles['crumb']}>
          <Link href="/" className={styles['school']}>
            {entry.school.name}
          </Link>
          <span className={styles['title']} dir="auto">
            {title || t`Plan without a title`}
          </span>
        </div>
        <div className={styles['saved']}>
          <SaveLine />
        </div>
        <div className={styles['people']}>
          <PeopleRow people={others} size="large" />
          <Avatar
            name={myName}
            label={t`${myName} (you)`}
            colour={hueOf(entry.me.memberId)}
            size="large"
          />
        </div>
        <div className={styles['wide']}>
          {entry.me.mayReadThreads && (
            <span className={styles['toNotes']}>
              <IconButton
                icon="comment"
                label={t`Comments and suggestions`}
                onPress={() => discussWishOf(plan).set({ kind: 'show', threadId: null })}
              />
            </span>
          )}
          <IconButton
            icon="search"
            label={t`All commands and search`}
            onPress={() => show('palette')}
          />
          <ThemeButton />
          {inbox}
          {entry.me.mayReadHistory && (
            <IdleMenu
              renderButton={(onPress) => (
                <IconButton icon="history" label={t`Versions and changes`} onPress={onPress} />
              )}
              renderMenu={(isOpen) => <HistoryMenu isOpen={isOpen} />}
            />
          )}
          {entry.me.mayShare && (
            <Button icon="share" onPress={() => show('share')}>
              <Trans>Share</Trans>
            </Button>
          )}
          {entry.me.mayExport && (
            <IdleMenu
              renderButton={(onPress) => (
                <Button icon="download" onPress={onPress}>
                  <Trans>Export</Trans>
                </Button>
              )}
              renderMenu={(isOpen) => <ExportMenu planId={entry.planId} isOpen={isOpen} />}
            />
          )}
        </div>
        <div className={styles['narrow']}>
          <IdleMenu
            renderButton={(onPress) => <IconButton icon="more" label={t`More`} onPress={onPress} />}
            renderMenu={(isOpen) => <PlanMoreMenu entry={entry} isOpen={isOpen} />}
          />
        </div>
      </div>
    </header>
  )
}

/** By itself, so that the bar is not drawn anew with it. */
function SaveLine() {
  const { saveState } = useOpenPlan()
  return <SaveBadge state={useObservable(useMemo(() => calmSaving(saveState), [saveState]))} />
}
