/**
 * Where the interface's words are: PO files per language, the English ones in the
 * code. Pages that most people see once have theirs apart, so that nobody waits
 * for them who wants to write: see words/language.tsx.
 */
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'
import { LANGUAGES } from '../../shared/languages.ts'

/** The folders of pages that have their words apart. */
const APART = ['account', 'discuss', 'history', 'inbox', 'pupils', 'school', 'sign-in']

export default defineConfig({
  rootDir: new URL('..', import.meta.url).pathname,
  sourceLocale: 'en',
  locales: [...LANGUAGES],
  catalogs: [
    {
      path: '<rootDir>/words/{locale}',
      include: ['<rootDir>'],
      exclude: APART.map((folder) => `<rootDir>/${folder}/**`),
    },
    ...APART.map((folder) => ({
      path: `<rootDir>/words/${folder}/{locale}`,
      include: [`<rootDir>/${folder}`],
    })),
  ],
  format: formatter({ lineNumbers: false }),
})
