/** A link that looks like a button and keeps a file that the page already has. */
import { type ReactNode, useEffect, useState } from 'react'
import styles from './button.module.css'
import type { ButtonTone } from './button.tsx'
import { Icon } from './icon.tsx'

interface DownloadButtonProps {
  readonly file: Blob
  readonly name: string
  readonly tone?: ButtonTone
  readonly children: ReactNode
}

export function DownloadButton({ file, name, tone = 'plain', children }: DownloadButtonProps) {
  const address = useObjectAddress(file)
  return (
    <a
      href={address ?? undefined}
      download={name}
      className={styles['button']}
      data-tone={tone}
      data-size="normal"
    >
      <Icon name="download" />
      {children}
    </a>
  )
}

/** An address of the file that lives as long as the button does; null before the first paint. */
function useObjectAddress(file: Blob): string | null {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
