/**
 * What `npm run words` gathers: the sentences of the pages, which stand in the code through
 * Lingui's macros, and those of the server and the template, which stand in trees of words. All
 * of them go into one file per language, beside this one.
 */
import { createBabelExtractor } from '@lingui/cli/api/extractors/babel'
import { defineConfig } from '@lingui/cli'
import { formatter } from '@lingui/format-po'
import { LANGUAGES } from '../languages.ts'
import { inReadingOrder, treeExtractor } from './extract-trees.ts'
import { TREES } from './word-trees.ts'

export default defineConfig({
  rootDir: new URL('../..', import.meta.url).pathname,
  sourceLocale: 'en',
  locales: [...LANGUAGES],
  catalogs: [
    {
      path: '<rootDir>/shared/words/{locale}',
      include: ['<rootDir>/client', ...TREES.map(({ path }) => `<rootDir>/${path}`)],
    },
  ],
  extractors: [treeExtractor, createBabelExtractor()],
  orderBy: inReadingOrder,
  format: formatter({ lineNumbers: false }),
})
