/**
 * A commitment's place in the wheel, small: one filled part of five. And the program's mark: all
 * five.
 */
import { COMMITMENTS, type Commitment } from '../../shared/plan/commitments.ts'
import styles from './commitment-glyph.module.css'
import { segmentPath } from '../../shared/plan/wheel-geometry.ts'

const GLYPH_RING = { inner: 13, outer: 31 }
const GLYPH_GAP = 1.34
const MARK_RING = { inner: 13, outer: 32 }
const MARK_GAP = 1.96

interface CommitmentGlyphProps {
  readonly commitment: Commitment
  readonly size?: 'small' | 'large'
}

export function CommitmentGlyph({ commitment, size = 'small' }: CommitmentGlyphProps) {
  return (
    <svg className={styles['glyph']} viewBox="-34 -34 68 68" data-size={size} aria-hidden="true">
      {COMMITMENTS.map((name, index) => (
        <path
          key={name}
          className={styles['part']}
          d={segmentPath(index, GLYPH_RING, GLYPH_GAP)}
          data-on={name === commitment}
        />
      ))}
    </svg>
  )
}

/** Samplan's mark. */
export function SamplanMark() {
  return (
    <svg className={styles['glyph']} viewBox="-34 -34 68 68" data-size="mark" aria-hidden="true">
      {COMMITMENTS.map((name, index) => (
        <path
          key={name}
          className={styles['part']}
          d={segmentPath(index, MARK_RING, MARK_GAP)}
          data-on="true"
        />
      ))}
    </svg>
  )
}
