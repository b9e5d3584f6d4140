/**
 * An address as a QR code. Always dark on light, with a light margin around it:
 * many cameras do not read it the other way, so it has colours of its own in
 * every theme. Its name says what it opens; the address itself stands beside it.
 */
import { encode } from 'uqr'
import styles from './qr-code.module.css'

/** What the standard asks for around the code, in squares. */
const MARGIN = 4

interface QrCodeProps {
  readonly text: string
  readonly label: string
}

export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: MARGIN })
  return (
    <svg
      className={styles['code']}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect className={styles['light']} width={size} height={size} />
      <path className={styles['dark']} d={data.map(darkRuns).join('')} />
    </svg>
  )
}

/** The dark squares of one row, neighbours as one stroke. */
function darkRuns(row: readonly boolean[], y: number): string {
  let path = ''
  let start = -1
  for (let x = 0; x <= row.length; x += 1) {
    const isDark = row[x] === true
    if (isDark && start < 0) start = x
    if (!isDark && start >= 0) {
      path += `M${start} ${y}h${x - start}v1h${start - x}z`
      start = -1
    }
  }
  return path
}
