/** A browser that keeps nothing, without room for a database: whatever is opened is refused. */
export function refusingDatabases(): IDBFactory {
  return { open: () => refusedRequest() } as unknown as IDBFactory
}

function refusedRequest(): IDBOpenDBRequest {
  const request = new EventTarget() as unknown as IDBOpenDBRequest & EventTarget
  Object.assign(request, { error: new DOMException('no room', 'QuotaExceededError') })
  queueMicrotask(() => request.dispatchEvent(new Event('error')))
  return request
}
