/** Where the interface's words are: one PO file per language, the English ones in the code. */
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'
import { LANGUAGES } from '../../shared/languages.ts'

export default defineConfig({
  rootDir: new URL('..', import.meta.url).pathname,
  sourceLocale: 'en',
  locales: [...LANGUAGES],
  catalogs: [{ path: '<rootDir>/words/{locale}', include: ['<rootDir>'] }],
  format: formatter({ lineNumbers: false }),
})
