/** Sequences of edits after which a thread was once on another text, as the property found them. */
import { it } from 'vitest'
import { resolveAnchor } from '../../../shared/discuss/resolve-anchor.ts'
import { follow, type Sequence } from '../../support/followed-anchors.ts'

const SEQUENCES: readonly (readonly [name: string, sequence: Sequence])[] = [
  [
    'its line typed once more before it, which Yjs takes for typed behind it (seed -1711590069)',
    {
      threads: [{ at: 92, length: 1, after: 3 }],
      edits: [
        { do: 'type', peer: 1, at: 94, length: 0, words: 'Norge er fint' },
        { do: 'deliver', peer: 0, at: 0, length: 1 },
        { do: 'undo', peer: 1, at: 0, length: 0 },
        { do: 'plain', peer: 0, at: 0, length: 4, words: 'x' },
        { do: 'type', peer: 1, at: 94, length: 1, words: 'Norge er fint' },
        { do: 'split', peer: 0, at: 0, length: 0 },
        { do: 'break', peer: 0, at: 0, length: 0 },
        { do: 'replace', peer: 0, at: 79, length: 3, words: 'x' },
      ],
    },
  ],
  [
    'the same line made anew beside what was left of its own (seed 793620546)',
    {
      threads: [{ at: 72, length: 14, after: 0 }],
      edits: [
        { do: 'replace', peer: 0, at: 0, length: 1, words: 'Frist: 1. juni' },
        { do: 'plain', peer: 0, at: 0, length: 1, words: 'x' },
        { do: 'join', peer: 1, at: 72, length: 0 },
        { do: 'delete', peer: 0, at: 88, length: 8 },
        { do: 'delete', peer: 0, at: 65, length: 36 },
      ],
    },
  ],
  [
    'a twin that is left, with the same line typed after it (seed -1076961951)',
    {
      threads: [{ at: 76, length: 4, after: 0 }],
      edits: [
        { do: 'delete', peer: 0, at: 31, length: 88 },
        { do: 'type', peer: 0, at: 74, length: 0, words: 'fint' },
        { do: 'break', peer: 0, at: 0, length: 0 },
        { do: 'type', peer: 0, at: 0, length: 0, words: 'x' },
        { do: 'type', peer: 0, at: 0, length: 1, words: 'x' },
        { do: 'type', peer: 0, at: 71, length: 1, words: 'Frist: 1. juni' },
      ],
    },
  ],
]

it.each(SEQUENCES)('[T1] is on its text, or orphaned: %s', (_name, sequence) => {
  follow(sequence, resolveAnchor)
})
