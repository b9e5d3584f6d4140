/**
 * The people of the example school. All invented, with common names.
 *
 * Pupils are never here by name: the council is named as a body, one pupil by pseudonym.
 */
import type { Role } from '../../shared/access/policy.ts'

interface Person {
  /** Short and stable; the rest of the example refers to people by it. */
  readonly key: string
  readonly name: string
  readonly role: Role
  /** What they are at the school, in bokmål. */
  readonly title: string
}

export const TERNVAG_PEOPLE = [
  { key: 'marit', name: 'Marit Solhaug', role: 'leadership', title: 'rektor' },
  {
    key: 'sigrid',
    name: 'Sigrid Aasen',
    role: 'leadership',
    title: 'avdelingsleder 1.–7. trinn',
  },
  {
    key: 'elle',
    name: 'Elle Márjá Lund',
    role: 'coordinator',
    title: 'eTwinning-koordinator, lærer i engelsk og nordsamisk',
  },
  {
    key: 'bilal',
    name: 'Bilal Chaudhry',
    role: 'teacher',
    title: 'lærer i matematikk og naturfag 8.–10. trinn, digitalansvarlig',
  },
  { key: 'amina', name: 'Amina Warsame', role: 'teacher', title: 'kontaktlærer 6. trinn' },
  {
    key: 'katarzyna',
    name: 'Katarzyna Berg',
    role: 'teacher',
    title: 'lærer i kunst og håndverk',
  },
  { key: 'torbjorn', name: 'Torbjørn Hagen', role: 'teacher', title: 'kontaktlærer 9. trinn' },
  {
    key: 'hakon',
    name: 'Håkon Lie',
    role: 'teacher',
    title: 'lærer i samfunnsfag, elevrådskontakt',
  },
  { key: 'anne-grete', name: 'Anne-Grete Moen', role: 'teacher', title: 'SFO-leder' },
  { key: 'leila', name: 'Leila Haddad', role: 'guest', title: 'FAU-leder' },
  { key: 'kjersti', name: 'Kjersti Vik', role: 'guest', title: 'lærer på Grønnvika skole' },
  { key: 'tern4', name: 'Tern 4', role: 'pupil', title: 'elev' },
] as const satisfies readonly Person[]

export type PersonKey = (typeof TERNVAG_PEOPLE)[number]['key']
