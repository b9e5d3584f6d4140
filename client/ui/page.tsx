/** The frame of a plain page: skip link, top bar, the content, the foot. */
import type { ReactNode } from 'react'
import type { Language } from '../../shared/languages.ts'
import { PageFooter } from './page-footer.tsx'
import styles from './page.module.css'
import { SkipLink } from './skip-link.tsx'
import { ThemeButton } from './theme-button.tsx'
import { TopBar } from './top-bar.tsx'
import { usePageTitle } from './use-page-title.ts'

interface PageProps {
  /** Of the window; the heading stands in the content. */
  readonly title: string
  readonly where?: ReactNode
  /** At the end of the top bar. */
  readonly account?: ReactNode
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  readonly children: ReactNode
}

export function Page({ title, where, account, language, setLanguage, children }: PageProps) {
  usePageTitle(title)
  return (
    <>
      <SkipLink />
      <TopBar where={where}>
        <ThemeButton />
        {account}
      </TopBar>
      <main className={styles['main']} id="main" tabIndex={-1}>
        {children}
      </main>
      <PageFooter language={language} setLanguage={setLanguage} />
    </>
  )
}
