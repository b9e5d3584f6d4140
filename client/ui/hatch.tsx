/** Slanted lines to fill a part of the wheel with, for what colour alone may not say. */

interface HatchProps {
  /** For `fill: url(#…)`. */
  readonly id: string
  /** Classes of whoever fills with it. */
  readonly ground: string | undefined
  readonly line: string | undefined
}

/** Inside `<defs>`. */
export function Hatch({ id, ground, line }: HatchProps) {
  return (
    <pattern
      id={id}
      width="5"
      height="5"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <rect className={ground} width="5" height="5" />
      <path className={line} d="M0 0V5" />
    </pattern>
  )
}
