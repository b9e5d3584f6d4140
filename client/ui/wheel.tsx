/**
 * The wheel: the map of a plan, drawn from data. Inner ring *today*, outer ring
 * *the next two years*, dots the actions. With links it is navigation, without
 * it is a picture with one label; a list with the same facts always stands
 * beside it.
 */
import { useId } from 'react'
import type { WheelPart } from '../../shared/api/plans.ts'
import type { Commitment } from '../../shared/plan/commitments.ts'
import type { FieldState } from '../../shared/plan/plan-progress.ts'
import { Hatch } from './hatch.tsx'
import { StatusShape } from './status-mark.tsx'
import styles from './wheel.module.css'
import {
  CHOSEN_RING,
  dotPlaces,
  NEXT_RING,
  numberPlace,
  segmentPath,
  TODAY_RING,
  TOUCH_RING,
} from '../../shared/plan/wheel-geometry.ts'

interface WheelProps {
  readonly parts: readonly WheelPart[]
  /** What the whole drawing says, in a sentence. */
  readonly label: string
  /** Rings only, for beside a line of facts. */
  readonly isSmall?: boolean
  /** Light on the green mat. */
  readonly isOnMat?: boolean
  /** Under the count in the middle; no count without it. */
  readonly countWord?: string
  readonly chosen?: Commitment | null
  /** Makes each part a link; `label` is its name and how far it has come. */
  readonly linkOf?: (part: WheelPart) => { readonly href: string; readonly label: string }
}

const FULL_BOX = '-104 -104 208 194'
const SMALL_BOX = '-70 -70 140 140'
const CHOSEN_GAP = 0.476
const FIELDS_OF_A_PART = 2

export function Wheel(props: WheelProps) {
  const { parts, label, isSmall = false, isOnMat = false, countWord, linkOf } = props
  const hatchId = useId()
  const written = parts.reduce((sum, part) => sum + writtenFields(part), 0)

  return (
    <svg
      className={styles['wheel']}
      viewBox={isSmall ? SMALL_BOX : FULL_BOX}
      role={linkOf ? 'group' : 'img'}
      aria-label={label}
      data-mat={isOnMat}
    >
      <defs>
        <Hatch id={hatchId} ground={styles['hatchGround']} line={styles['hatchLine']} />
      </defs>
      {parts.map((part, index) => (
        <Part key={part.commitment} {...props} part={part} index={index} hatchId={hatchId} />
      ))}
      {countWord && (
        <g aria-hidden={linkOf ? true : undefined}>
          <text className={styles['count']} x="0" y="-5">
            {`${written}/${parts.length * FIELDS_OF_A_PART}`}
          </text>
          <text className={styles['countWord']} x="0" y="9">
            {countWord}
          </text>
        </g>
      )}
    </svg>
  )
}

interface PartProps extends WheelProps {
  readonly part: WheelPart
  readonly index: number
  readonly hatchId: string
}

function Part(props: PartProps) {
  const { part, chosen, linkOf } = props
  const isChosen = chosen === part.commitment
  const link = linkOf?.(part)
  const drawing = <PartDrawing {...props} isChosen={isChosen} />
  if (!link) return <g data-chosen={isChosen}>{drawing}</g>
  return (
    <a
      href={link.href}
      aria-label={link.label}
      aria-current={isChosen ? 'location' : undefined}
      data-chosen={isChosen}
    >
      {drawing}
    </a>
  )
}

function PartDrawing(props: PartProps & { readonly isChosen: boolean }) {
  const { part, index, hatchId, isChosen, linkOf, isSmall = false, isOnMat = false } = props
  const gap = isSmall ? 1.75 : 1.3
  const number = numberPlace(index)
  const places = isSmall ? [] : dotPlaces(index, part.statuses.length)

  return (
    <>
      <Segment path={segmentPath(index, TODAY_RING, gap)} state={part.today} hatchId={hatchId} />
      <Segment path={segmentPath(index, NEXT_RING, gap)} state={part.next} hatchId={hatchId} />
      {places.map(({ x, y, scale }, place) => {
        const status = part.statuses[place] ?? 'planned'
        return (
          <g key={place} transform={`translate(${x} ${y}) scale(${scale})`}>
            {isOnMat ? <MatDot isFilled={status === 'done'} /> : <StatusShape status={status} />}
          </g>
        )
      })}
      {!isSmall && (
        <>
          <circle className={styles['numberDisc']} cx={number.x} cy={number.y} r="9" />
          <text className={styles['number']} x={number.x} y={number.y}>
            {index + 1}
          </text>
        </>
      )}
      {isChosen && (
        <path className={styles['chosen']} d={segmentPath(index, CHOSEN_RING, CHOSEN_GAP)} />
      )}
      {linkOf && <path className={styles['touch']} d={segmentPath(index, TOUCH_RING, 0)} />}
    </>
  )
}

interface SegmentProps {
  readonly path: string
  readonly state: FieldState
  readonly hatchId: string
}

function Segment({ path, state, hatchId }: SegmentProps) {
  const fill = state === 'begun' ? `url(#${hatchId})` : undefined
  return <path className={styles['segment']} d={path} data-state={state} style={{ fill }} />
}

function MatDot({ isFilled }: { readonly isFilled: boolean }) {
  return (
    <circle
      className={styles['matDot']}
      cx="8"
      cy="8"
      r={isFilled ? 6.5 : 6}
      data-filled={isFilled}
    />
  )
}

/** How many of the two fields of a part count as written. */
export function writtenFields(part: Pick<WheelPart, 'today' | 'next'>): number {
  return Number(part.today === 'written') + Number(part.next === 'written')
}
