/**
 * The frame of a school's pages: who may see them, their heading and the way from one
 * to the other. Whoever may not is told so kindly, and nothing is asked for them.
 */
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { may, type Verb } from '../../shared/access/policy.ts'
import type { EndedSchool, MySchool } from '../../shared/api/me.ts'
import { meQuery } from '../api/queries.ts'
import { problemOf } from '../api/request.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useEndedWords } from '../ui/ended-words.ts'
import { LinkButton } from '../ui/link-button.tsx'
import { NoticeProvider } from '../ui/notice.tsx'
import { Page } from '../ui/page.tsx'
import { useLanguage } from '../words/language.tsx'
import { PageProblem } from './page-problem.tsx'
import styles from './school-frame.module.css'

/** What routes give to each of these pages. */
export interface SchoolPageProps {
  readonly schoolId: string
  /** Who is signed in, for the end of the top bar. */
  readonly account: ReactNode
}

interface SchoolFrameProps extends SchoolPageProps {
  readonly title: string
  readonly lede?: string
  /** Without it the page is not for one. */
  readonly verb: Verb
  /** The page's main button, beside its heading. */
  readonly renderButton?: (school: MySchool) => ReactNode
  readonly renderPage: (school: MySchool) => ReactNode
}

export function SchoolFrame(props: SchoolFrameProps) {
  const { schoolId, account, title, lede, verb, renderButton, renderPage } = props
  const choice = useLanguage()
  const me = useQuery(meQuery)
  const school = me.data?.schools.find((one) => one.schoolId === schoolId) ?? null
  const isAllowed = school !== null && mayIn(school, verb)

  return (
    <Page title={title} where={school?.name} account={me.data?.user && account} {...choice}>
      {isAllowed ? (
        <NoticeProvider>
          <div className={styles['page']}>
            <div className={styles['head']}>
              <h1>{title}</h1>
              {lede && <p>{lede}</p>}
              {renderButton && <div className={styles['button']}>{renderButton(school)}</div>}
            </div>
            <SchoolLinks school={school} />
            {renderPage(school)}
          </div>
        </NoticeProvider>
      ) : (
        <Refusal
          isPending={me.isPending}
          problem={me.isError ? problemOf(me.error) : null}
          isSignedIn={me.data?.user != null}
          isMember={school !== null}
          ended={me.data?.ended?.find((one) => one.schoolId === schoolId) ?? null}
          onRetry={() => void me.refetch()}
        />
      )}
    </Page>
  )
}

/** Says what may(…) says of one of my schools. */
export function mayIn(school: MySchool, verb: Verb): boolean {
  return may({ memberships: [school] }, verb, { schoolId: school.schoolId })
}

interface RefusalProps {
  readonly isPending: boolean
  readonly problem: ReturnType<typeof problemOf> | null
  readonly isSignedIn: boolean
  readonly isMember: boolean
  /** I belonged to it. */
  readonly ended: EndedSchool | null
  readonly onRetry: () => void
}

function Refusal(props: RefusalProps) {
  const { isPending, problem, isSignedIn, isMember, ended, onRetry } = props
  if (isPending) return null
  if (problem !== null) return <PageProblem problem={problem} onRetry={onRetry} />
  if (!isSignedIn) return <PageProblem problem="sign-in-required" onRetry={onRetry} />
  if (ended) return <SchoolEnded ended={ended} />
  return <PageProblem problem={isMember ? 'access-denied' : 'not-found'} onRetry={onRetry} />
}

function SchoolEnded({ ended }: { readonly ended: EndedSchool }) {
  const { title, advice } = useEndedWords()(ended)
  return (
    <EmptyState
      title={title}
      action={
        <LinkButton href="/" tone="main">
          <Trans>To the plans</Trans>
        </LinkButton>
      }
    >
      {advice}
    </EmptyState>
  )
}

function SchoolLinks({ school }: { readonly school: MySchool }) {
  const { t } = useLingui()
  const at = `/schools/${school.schoolId}`
  return (
    <nav className={styles['links']} aria-label={t`Pages of the school`}>
      <ul>
        {mayIn(school, 'member.list') && (
          <PageLink href={`${at}/people`}>
            <Trans>People</Trans>
          </PageLink>
        )}
        <PageLink href={`${at}/settings`}>
          <Trans>Settings</Trans>
        </PageLink>
        {mayIn(school, 'school.audit') && (
          <PageLink href={`${at}/audit`}>
            <Trans>What was done</Trans>
          </PageLink>
        )}
        {mayIn(school, 'plan.restore') && (
          <PageLink href={`${at}/deleted-plans`}>
            <Trans>Deleted plans</Trans>
          </PageLink>
        )}
      </ul>
    </nav>
  )
}

function PageLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const isHere = location.pathname === href
  return (
    <li>
      <Link href={href} {...(isHere && { 'aria-current': 'page' as const })}>
        {children}
      </Link>
    </li>
  )
}
