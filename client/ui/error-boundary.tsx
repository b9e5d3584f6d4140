/**
 * The last edge: a bug of ours, or a part of the page that could not be loaded. Says so in words.
 */
import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { EmptyState } from './empty-state.tsx'

interface ErrorBoundaryProps {
  readonly children: ReactNode
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <main id="main">
        <EmptyState
          title={<Trans>Something went wrong in this window</Trans>}
          action={
            <Button tone="main" onPress={() => location.reload()}>
              <Trans>Reload the page</Trans>
            </Button>
          }
        >
          <Trans>Everything that was shown as saved is safe.</Trans>
        </EmptyState>
      </main>
    )
  }
}
