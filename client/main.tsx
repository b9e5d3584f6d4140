/** Where the client begins: who is here, in which language, then the pages. */
import '@fontsource-variable/literata/wght.css'
import '@fontsource-variable/literata/wght-italic.css'
import '@fontsource-variable/sofia-sans/wght.css'
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { fetchMe } from './api/me.ts'
import { queryClient } from './api/query-client.ts'
import { App } from './app.tsx'
import { keepPages } from './open-plan/keep-pages.ts'
import { prepareRoute } from './routes.tsx'
import { watchFocus } from './ui/heading-focus.ts'
import { keepInstallOffer } from './ui/install-offer.ts'
import { hearBackFirst } from './ui/leaving.ts'
import { inQuietMoment } from './ui/quiet-moment.ts'
import { activateLanguage, guessLanguage, prepareLanguage } from './words/language.tsx'

keepInstallOffer()
hearBackFirst()
watchFocus()
const root = document.getElementById('root')
if (!root) throw new Error('main: index.html has no #root')

// All at once: without an answer the page opens all the same, and says so itself.
const prepared = prepareRoute(location.pathname)
prepareLanguage(guessLanguage())
const me = await queryClient.fetchQuery({ queryKey: ['me'], queryFn: fetchMe }).catch(() => null)
const language = me?.user?.language ?? guessLanguage()
await Promise.all([activateLanguage(language), prepared])

createRoot(root).render(
  <StrictMode>
    <App firstLanguage={language} />
  </StrictMode>,
)

// Every file of the program: not before what is shown now has come.
if (import.meta.env.PROD) inQuietMoment(keepPages)
