/** Where pupils type the six letters: short, and a word that a Norwegian class can spell. */
import type { Language } from '../../shared/languages.ts'

/** 'samplan.skolen.no/kode'; routes.tsx knows both. */
export function doorAddress(language: Language): string {
  return `${location.host}/${language === 'en' ? 'pupils' : 'kode'}`
}
