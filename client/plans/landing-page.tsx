/** For those who are not signed in: what Samplan is, and the door to the example plan. */
import { Trans, useLingui } from '@lingui/react/macro'
import { createDemo, exampleDoor } from '../api/coming-in.ts'
import { rememberExample } from '../api/example-links.ts'
import { useFailureWords } from '../api/failure-words.ts'
import { problemOf, RequestFailed } from '../api/request.ts'
import { useMutationOnce } from '../api/use-mutation-once.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { FooterParts } from '../ui/page-footer.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { ThemeButton } from '../ui/theme-button.tsx'
import { Logo } from '../ui/top-bar.tsx'
import { usePageTitle } from '../ui/use-page-title.ts'
import { useLanguage } from '../words/language.tsx'
import { LandingMat } from './landing-mat.tsx'
import styles from './landing-page.module.css'

interface LandingPageProps {
  /** Does this server give away example schools? */
  readonly hasExample: boolean
}

export function LandingPage({ hasExample }: LandingPageProps) {
  const { t } = useLingui()
  const { language, setLanguage } = useLanguage()
  usePageTitle('')

  return (
    <>
      <SkipLink />
      <div className={styles['landing']}>
        <LandingMat />
        <div className={styles['side']}>
          <header className={styles['head']}>
            <Logo />
            <div className={styles['end']}>
              <LinkButton href="/sign-in" tone="quiet">
                <Trans>Sign in</Trans>
              </LinkButton>
              <ThemeButton />
            </div>
          </header>
          <main className={styles['main']} id="main" tabIndex={-1}>
            <h1 className={styles['title']}>
              <Trans>
                Write your school’s <span>eTwinning plan</span> together
              </Trans>
            </h1>
            <p className={styles['lede']}>
              <Trans>
                Five commitments, one shared map. Everyone writes at the same time, and no word is
                lost on the way.
              </Trans>
            </p>
            {hasExample ? (
              <ExampleDoor />
            ) : (
              <p
                className={styles['words']}
              >{t`Open the link you got from your school to come in.`}</p>
            )}
            <div className={styles['pupils']}>
              <LinkButton href="/pupils">
                <Trans>I am a pupil and have a code</Trans>
              </LinkButton>
            </div>
          </main>
          <footer className={styles['foot']}>
            <FooterParts language={language} setLanguage={setLanguage} />
          </footer>
        </div>
      </div>
    </>
  )
}

function ExampleDoor() {
  const failureWords = useFailureWords()
  const opening = useMutationOnce({
    mutationFn: openExample,
    onSuccess: (door) => location.assign(door),
  })
  const failure = opening.isError ? failureWords(problemOf(opening.error)) : null

  return (
    <div className={styles['door']}>
      <Button
        tone="main"
        size="big"
        iconAfter="arrow-right"
        isPending={opening.isPending || opening.isSuccess}
        onPress={() => opening.mutate()}
      >
        {opening.isPending || opening.isSuccess ? (
          <Trans>Opening the example plan …</Trans>
        ) : (
          <Trans>Try the example plan</Trans>
        )}
      </Button>
      <p className={styles['small']}>
        <Trans>No account. You can write at once.</Trans>
      </p>
      {failure && <ErrorNotice title={failure.title}>{failure.advice}</ErrorNotice>}
    </div>
  )
}

/** @returns the address that signs in and goes to the plan. */
async function openExample(): Promise<string> {
  const demo = await createDemo()
  rememberExample(demo)
  const door = exampleDoor(demo)
  if (door === null) throw new RequestFailed('server-error')
  return door
}
