/** jsdom lays nothing out and lacks these on ranges; ProseMirror asks when it scrolls to the caret. */
const nowhere = { left: 0, right: 0, top: 0, bottom: 0, x: 0, y: 0, width: 0, height: 0 }
const rect = { ...nowhere, toJSON: () => nowhere }

Range.prototype.getBoundingClientRect ??= () => rect
Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList
