/**
 * The template 'etwinning-school', version 1: the five commitments, with what
 * comes before them and after.
 *
 * Its words are written in etwinning-school-v1.en.ts and translated in `shared/words/<language>.po`;
 * etwinning-school-v1.translated.json is made of those by `npm run words`.
 */
import type { Template } from './template.ts'
import { etwinningSchoolV1En } from './etwinning-school-v1.en.ts'
import translated from './etwinning-school-v1.translated.json' with { type: 'json' }

const words: Template['words'] = { ...translated, en: etwinningSchoolV1En }

export const etwinningSchoolV1 = {
  id: 'etwinning-school',
  version: 1,
  sections: [
    { id: 'school', commitment: null, fieldIds: ['school.about', 'school.vision'] },
    { id: 'safety', commitment: null, fieldIds: ['safety.internet'] },
    {
      id: 'leadership',
      commitment: 'leadership',
      fieldIds: ['leadership.today', 'leadership.next'],
    },
    {
      id: 'collaboration',
      commitment: 'collaboration',
      fieldIds: ['collaboration.today', 'collaboration.next'],
    },
    { id: 'pupils', commitment: 'pupils', fieldIds: ['pupils.today', 'pupils.next'] },
    { id: 'models', commitment: 'models', fieldIds: ['models.today', 'models.next'] },
    { id: 'inclusion', commitment: 'inclusion', fieldIds: ['inclusion.today', 'inclusion.next'] },
    { id: 'follow-up', commitment: null, fieldIds: ['follow-up.how'] },
  ],
  words,
} as const satisfies Template
