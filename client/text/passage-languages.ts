/** Languages of our schools and their partners; any other tag is kept when it is there. */
export const PASSAGE_LANGUAGES = [
  'nb',
  'nn',
  'se',
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'pl',
  'uk',
  'el',
  'tr',
  'fi',
  'sv',
  'ar',
] as const
