/**
 * Lets the browser keep the program itself, so that a plan seen before opens without the server.
 */
export function keepPages(): void {
  // A private window or an old browser refuses; then plans open online only.
  if ('serviceWorker' in navigator) {
    void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
  }
}
