/**
 * The pupils' door. Somebody new types the code and a name; somebody who has been here
 * types their return code. No address, no password, no real name.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, Suspense, useState } from 'react'
import { isOnlyPupil } from '../../shared/access/policy.ts'
import type { Me } from '../../shared/api/me.ts'
import type { CameIn } from '../../shared/api/pupils.ts'
import { meQuery } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { ComeBackForm } from './come-back-form.tsx'
import { ComeInForm } from './come-in-form.tsx'
import { useDoorToken } from './door-token.ts'
import styles from './pupils-page.module.css'
import { ReturnCodeNote } from './return-code-note.tsx'

interface PupilsPageProps {
  /** On a machine where somebody is signed in already. */
  readonly renderSignOut: (userId: string, onClose: () => void, leadsTo: string) => ReactNode
}

export function PupilsPage({ renderSignOut }: PupilsPageProps) {
  const { t } = useLingui()
  const choice = useLanguage()
  const token = useDoorToken()
  const me = useQuery(meQuery)
  const [came, setCame] = useState<CameIn | null>(null)
  const [leaving, setLeaving] = useState(false)
  const user = me.data?.user ?? null
  const kind = kindOf(me.data ?? null)
  const onIn = (done: CameIn) =>
    done.returnCode === null ? location.replace(`/plans/${done.planId}`) : setCame(done)

  return (
    <Page title={t`For pupils`} {...choice}>
      {came && came.returnCode !== null && (
        <ReturnCodeNote name={came.name} returnCode={came.returnCode} planId={came.planId} />
      )}
      {!came && !me.isPending && kind === 'adult' && user && (
        <AdultHere name={user.name} onLeave={() => setLeaving(true)} />
      )}
      {!came && !me.isPending && kind !== 'adult' && (
        <Door
          key={token}
          token={token}
          knownAs={kind === 'pupil' ? (user?.name ?? null) : null}
          onIn={onIn}
          onLeave={() => setLeaving(true)}
        />
      )}
      {leaving && user && (
        <Suspense fallback={null}>
          {renderSignOut(user.userId, () => setLeaving(false), '/pupils')}
        </Suspense>
      )}
    </Page>
  )
}

/** Who is signed in on this device. */
function kindOf(me: Me | null): 'nobody' | 'pupil' | 'adult' {
  if (!me?.user || me.schools.length === 0) return 'nobody'
  return isOnlyPupil({ memberships: me.schools }) ? 'pupil' : 'adult'
}

interface DoorProps {
  readonly token: string | null
  readonly knownAs: string | null
  readonly onIn: (came: CameIn) => void
  readonly onLeave: () => void
}

function Door({ token, knownAs, onIn, onLeave }: DoorProps) {
  const [isBack, setIsBack] = useState(false)
  if (isBack) {
    return (
      <div className={styles['page']}>
        <h1 className={styles['title']}>
          <Trans>Welcome back</Trans>
        </h1>
        <ComeBackForm />
        <div className={styles['other']}>
          <Button tone="quiet" icon="arrow-left" onPress={() => setIsBack(false)}>
            <Trans>I am here for the first time</Trans>
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1 className={styles['title']}>
          {knownAs === null ? (
            <Trans>Come and see the plan</Trans>
          ) : (
            <Trans>Hello, {knownAs}</Trans>
          )}
        </h1>
        <p className={styles['lede']}>
          {knownAs === null ? (
            <Trans>A code and a name are all it takes. No e-mail and no password.</Trans>
          ) : (
            <Trans>You are in already. With another code you come to one plan more.</Trans>
          )}
        </p>
      </div>
      <ComeInForm token={token} knownAs={knownAs} onIn={onIn} />
      <div className={styles['other']}>
        {knownAs === null ? (
          <Button tone="quiet" icon="undo" onPress={() => setIsBack(true)}>
            <Trans>I have a return code</Trans>
          </Button>
        ) : (
          <>
            <LinkButton href="/">
              <Trans>To my plans</Trans>
            </LinkButton>
            <Button tone="quiet" onPress={onLeave}>
              <Trans>I am somebody else</Trans>
            </Button>
          </>
        )}
      </div>
    </div>
  )
}

interface AdultHereProps {
  readonly name: string
  readonly onLeave: () => void
}

/** So that no pupil comes in as their teacher, and no teacher loses who they are. */
function AdultHere({ name, onLeave }: AdultHereProps) {
  const { t } = useLingui()
  return (
    <EmptyState
      title={t`${name} is signed in here`}
      action={
        <Button tone="main" onPress={onLeave}>
          <Trans>I am somebody else</Trans>
        </Button>
      }
    >
      <Trans>
        This page is for pupils. To try it yourself, open it in a private window or on your phone.
      </Trans>
    </EmptyState>
  )
}
