/**
 * How much JavaScript a page may load until one can use it: size-limit's
 * configuration, for `npm run check`. Gzipped, as U19 of the design counts.
 *
 * The files come from the build's own manifest: the entry, the page and the words
 * of the interface, each with all that it imports statically. What a page imports
 * later is not among them; bench/editor compares the list with a real browser.
 */
import { pageScripts } from './support/page-scripts.ts'

export default [
  {
    name: 'First page',
    path: pageScripts('home.tsx', 'plans/landing-page.tsx'),
    limit: '140 kB',
    gzip: true,
  },
  {
    name: 'Plan page, until one can type',
    path: pageScripts('plan/plan-page.tsx'),
    limit: '330 kB',
    gzip: true,
  },
]
