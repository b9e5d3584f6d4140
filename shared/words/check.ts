/** The part of `npm run check` that reads the translators' files. */
import { LANGUAGES, languageTraits } from '../languages.ts'
import { staleTrees } from './translated-trees.ts'
import { readEntries } from './translators-file.ts'
import { problemsOf } from './word-problems.ts'

const english = readEntries('en')
const problems = LANGUAGES.flatMap((language) =>
  problemsOf({
    language,
    locale: languageTraits(language).locale,
    entries: readEntries(language),
    english,
  }),
)
const stale = staleTrees().map(({ path }) => `${path} is not up to date. Run \`npm run words\`.`)

for (const problem of [...problems, ...stale]) process.stderr.write(`${problem}\n`)
if (problems.length + stale.length > 0) process.exitCode = 1
