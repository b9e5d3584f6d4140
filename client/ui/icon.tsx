/**
 * Our icons: one set of strokes on a 20 by 20 grid, in the colour of the words
 * beside them. Always decoration: the name of what an icon does stands in words
 * or in the label of its button.
 */
import type { ReactNode } from 'react'
import styles from './icon.module.css'

const DOT = 0.9

const ICONS = {
  'arrow-right': <path d="M4 10h11M11 5.5L15.5 10 11 14.5" />,
  'arrow-left': <path d="M16 10H5M9 5.500L4.500 10 9 14.500" />,
  'arrow-up': <path d="M10 16V4.5M5.5 9L10 4.500 14.5 9" />,
  'arrow-down': <path d="M10 4v11.5M5.5 11L10 15.500 14.5 11" />,
  bell: <path d="M5.500 13.500V9a4.500 4.500 0 019 0v4.500L16 15H4zM8.500 17h3M10 4.500V3" />,
  'bullet-list': (
    <>
      <path d="M8 5.500h9M8 10h9M8 14.500h9" />
      <circle cx="4" cy="5.5" r={DOT} />
      <circle cx="4" cy="10" r={DOT} />
      <circle cx="4" cy="14.5" r={DOT} />
    </>
  ),
  'numbered-list': (
    <path d="M8 5.500h9M8 10h9M8 14.500h9M3 4.500l1.200-.8v4M3 12.600c.4-.9 2-.8 2 .3 0 .9-2 1.500-2 2.600h2.200" />
  ),
  'check-list': (
    <>
      <rect x="3" y="4" width="5" height="5" />
      <path d="M11 6.500h6M11 13.500h6M3 13.500l1.800 1.800 3-3.600" />
    </>
  ),
  callout: (
    <>
      <rect x="3.5" y="4.5" width="13" height="11" rx="1" />
      <path d="M10 7.500v3.200M10 12.800v.1" />
    </>
  ),
  calendar: (
    <>
      <rect x="3.5" y="4.5" width="13" height="12" />
      <path d="M3.500 8.500h13M7 3v3M13 3v3" />
    </>
  ),
  check: <path d="M4 10.5l4 4 8-9" />,
  'chevron-down': <path d="M6 8l4 4 4-4" />,
  'chevron-left': <path d="M12 5l-5 5 5 5" />,
  'chevron-right': <path d="M8 5l5 5-5 5" />,
  close: <path d="M5 5l10 10M15 5L5 15" />,
  comment: <path d="M3.500 4.500h13v9h-7l-3.500 3v-3h-2.500z" />,
  copy: (
    <>
      <rect x="7" y="7" width="9.5" height="9.5" />
      <path d="M4 13V3.500h9.500" />
    </>
  ),
  device: (
    <>
      <rect x="4" y="4.5" width="12" height="8.500" />
      <path d="M2.500 15.500h15" />
    </>
  ),
  download: <path d="M10 3v9M6.5 8.5L10 12l3.5-3.5M4 15.5h12" />,
  expand: <path d="M12 3.500h4.500V8M8 16.500H3.500V12M16.500 3.500L11 9M3.500 16.500L9 11" />,
  heading: <path d="M5 4v12M15 4v12M5 10h10" />,
  history: (
    <path d="M3.800 7.500A6.700 6.700 0 113.300 10M3.500 3.500v4h4M10 6.500V10l2.500 1.800" />
  ),
  keyboard: (
    <>
      <rect x="2.5" y="5" width="15" height="10" rx="1" />
      <path d="M5.500 8h.1M8.500 8h.1M11.500 8h.1M14.500 8h.1M6.500 12h7" />
    </>
  ),
  language: (
    <path d="M3 5h8M7 3v2M9.500 5c-1 4-3.500 6.500-6 8M5 8c1 2 3 3.500 5 4M10.500 17l3.250-8L17 17M11.600 14.500h4.300" />
  ),
  link: (
    <path d="M8.500 11.500a3 3 0 004.300 0l2.700-2.700a3 3 0 00-4.300-4.300L10 5.700M11.500 8.500a3 3 0 00-4.300 0l-2.700 2.700a3 3 0 004.300 4.300l1.200-1.200" />
  ),
  moon: <path d="M15.800 12A6.500 6.500 0 018 4.200a6.500 6.500 0 107.800 7.800z" />,
  more: (
    <>
      <circle cx="4.5" cy="10" r={DOT} />
      <circle cx="10" cy="10" r={DOT} />
      <circle cx="15.5" cy="10" r={DOT} />
    </>
  ),
  move: <path d="M10 3v14M6.500 6.500L10 3l3.500 3.500M6.500 13.500L10 17l3.500-3.500" />,
  pen: <path d="M4 16l1-4 8.5-8.5 3 3L8 15z" />,
  person: (
    <>
      <circle cx="10" cy="7" r="3" />
      <path d="M4 16.500c.6-3.300 2.900-5 6-5s5.400 1.700 6 5" />
    </>
  ),
  plus: <path d="M10 4v12M4 10h12" />,
  print: <path d="M6 7V3.500h8V7M6 14H3.500V7h13v7H14M6 11.500h8v5H6z" />,
  quote: <path d="M4 5v10M8 7h8M8 11h6" />,
  redo: <path d="M13 5l3.500 3.500L13 12M16.500 8.500H8a4 4 0 000 8h3" />,
  share: <path d="M10 12.500V3M6.500 6.500L10 3l3.500 3.500M6 9.500H4v7h12v-7h-2" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5" />
      <path d="M13 13l4 4" />
    </>
  ),
  'small-heading': <path d="M6 6v9M13 6v9M6 10.500h7" />,
  'sign-out': <path d="M8 4H4v12h4M8.500 10H17M13.500 6.500L17 10l-3.500 3.500" />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3.2" />
      <path d="M10 3v1.500M10 15.500V17M3 10h1.500M15.500 10H17M5 5l1 1M14 14l1 1M15 5l-1 1M6 14l-1 1" />
    </>
  ),
  trash: <path d="M4 6h12M8 6V4h4v2M5.500 6l.7 10.500h7.600L14.500 6M8.500 9v5M11.500 9v5" />,
  undo: <path d="M7 5L3.500 8.500 7 12M3.500 8.500H12a4 4 0 010 8h-3" />,
  waiting: (
    <>
      <circle cx="10" cy="10" r="6.2" />
      <path d="M10 6.500V10l2.500 1.800" />
    </>
  ),
  warning: <path d="M10 3.500L17 16H3zM10 8.500v3.500M10 13.600v.6" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof ICONS

/** They point along the line, so they turn where lines run from right to left. */
const TURNING: readonly IconName[] = [
  'arrow-left',
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'bullet-list',
  'quote',
  'redo',
  'sign-out',
  'undo',
]

interface IconProps {
  readonly name: IconName
}

/** One icon, hidden from screen readers. */
export function Icon({ name }: IconProps) {
  return (
    <svg
      className={styles['icon']}
      viewBox="0 0 20 20"
      aria-hidden="true"
      data-turns={TURNING.includes(name)}
    >
      {ICONS[name]}
    </svg>
  )
}
