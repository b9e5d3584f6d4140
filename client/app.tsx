/** What every page stands in: the cache, the language, the announcer, the question before leaving. */
import { QueryClientProvider } from '@tanstack/react-query'
import { Router } from 'wouter'
import type { Me } from '../shared/api/me.ts'
import type { Language } from '../shared/languages.ts'
import { saveMyLanguage } from './api/me.ts'
import { meQuery } from './api/queries.ts'
import { queryClient } from './api/query-client.ts'
import { Routes } from './routes.tsx'
import { Announcer } from './ui/announcer.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { askBeforeLeaving } from './ui/leaving.ts'
import { LanguageProvider } from './words/language.tsx'

interface AppProps {
  readonly firstLanguage: Language
}

export function App({ firstLanguage }: AppProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider first={firstLanguage} onChoose={keepLanguage}>
        <ErrorBoundary>
          <Announcer>
            <Router aroundNav={askBeforeLeaving}>
              <Routes />
            </Router>
          </Announcer>
        </ErrorBoundary>
      </LanguageProvider>
    </QueryClientProvider>
  )
}

/** For a signed-in person the choice holds on every device; unsaved it still holds on this one. */
function keepLanguage(language: Language): void {
  const me = queryClient.getQueryData<Me>(meQuery.queryKey)
  if (!me?.user) return
  queryClient.setQueryData<Me>(meQuery.queryKey, { ...me, user: { ...me.user, language } })
  saveMyLanguage(language).catch(() => undefined)
}
