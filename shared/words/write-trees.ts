/** The second half of `npm run words`: the files that the program reads. */
import { writeTranslatedTrees } from './translated-trees.ts'

writeTranslatedTrees()
