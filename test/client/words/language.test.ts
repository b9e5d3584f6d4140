import { i18n } from '@lingui/core'
import { generateMessageId } from '@lingui/message-utils/generateMessageId'
import { beforeEach, expect, it, vi } from 'vitest'

const BELL = generateMessageId('What is new, nothing unread')
const SCHOOL = generateMessageId('Time zone')

/** Nothing is loaded yet, as at a start. */
async function start() {
  vi.resetModules()
  return import('../../../client/words/language.tsx')
}

beforeEach(() => i18n.loadAndActivate({ locale: 'en', messages: {} }))

it('a page that has its words apart brings them, and not those of another', async () => {
  const { activateLanguage, loadWordsOf } = await start()
  await activateLanguage('nb')
  expect(i18n.messages[BELL]).toBeUndefined()

  await loadWordsOf('inbox')

  expect(i18n._(BELL)).toBe('Nytt til deg, ingenting ulest')
  expect(i18n.messages[SCHOOL]).toBeUndefined()
})

it('a language that is chosen later has the words of every page that was shown', async () => {
  const { activateLanguage, loadWordsOf } = await start()
  await activateLanguage('nb')
  await loadWordsOf('inbox')

  await activateLanguage('en')

  expect(i18n._(BELL)).toBe('What is new, nothing unread')
})

it.each(['before', 'after'])(
  'words of a page that are wanted just %s a language is chosen are there in it',
  async (when) => {
    const { activateLanguage, loadWordsOf } = await start()
    await activateLanguage('nb')

    const wanted = when === 'before' ? loadWordsOf('inbox') : null
    const chosen = activateLanguage('en')
    await Promise.all([chosen, wanted ?? loadWordsOf('inbox')])

    expect(i18n._(BELL)).toBe('What is new, nothing unread')
  },
)
