/** The pictures of the discussion, besides those of client/ui/icon.tsx: always beside their names. */
import type { ReactNode } from 'react'
import type { Reaction } from '../../shared/api/threads.ts'
import styles from './discuss-icon.module.css'

const PICTURES: Readonly<Record<Reaction, ReactNode>> = {
  agree: (
    <path d="M3.500 9.500h3v7h-3zM6.500 9.500L10 3.500c1.600 0 2 1.200 1.700 2.600L11 9h4.500c1 0 1.600.900 1.300 1.900l-1.300 4.300c-.2.800-.8 1.300-1.600 1.300H6.500" />
  ),
  thanks: (
    <path d="M10 16.500C5.500 13.200 3.500 11 3.500 8.300A3.300 3.300 0 0110 6.800a3.300 3.300 0 016.500 1.500c0 2.700-2 4.900-6.500 8.200z" />
  ),
  'good-idea': (
    <path d="M7.500 13.200C5.900 12.200 5 10.700 5 8.800a5 5 0 0110 0c0 1.900-.9 3.400-2.500 4.400v1.300h-5zM8 17h4M10 2V1M3 8.500H2M18 8.500h-1" />
  ),
}

export function ReactionPicture({ reaction }: { readonly reaction: Reaction }) {
  return (
    <svg className={styles['picture']} viewBox="0 0 20 20" aria-hidden="true">
      {PICTURES[reaction]}
    </svg>
  )
}
