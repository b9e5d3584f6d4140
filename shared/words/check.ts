/** The part of `npm run check` that reads the translators' files. */
import { LANGUAGES, languageTraits } from '../languages.ts'
import { staleTrees } from './translated-trees.ts'
import { readEntries } from './translators-file.ts'
import { problemsOf } from './word-problems.ts'
import { TREES, wordsOf } from './word-trees.ts'

const english = readEntries('en')
const problems = LANGUAGES.flatMap((language) =>
  problemsOf({
    language,
    locale: languageTraits(language).locale,
    entries: readEntries(language),
    english,
  }),
)
const asked = TREES.flatMap(wordsOf)
const unasked = asked
  .filter(
    ({ message, context }) =>
      !english.some((one) => one.message === message && one.context === context),
  )
  .map(
    ({ path, context }) =>
      `${path} (${context}) is not in the translators’ files. Run \`npm run words\`.`,
  )
const stale = staleTrees().map(({ path }) => `${path} is not up to date. Run \`npm run words\`.`)

const all = [...unasked, ...problems, ...stale]
for (const problem of all) process.stderr.write(`${problem}\n`)
if (all.length > 0) process.exitCode = 1
