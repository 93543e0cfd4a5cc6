import { vi } from 'vitest'

/** Waits for an expectation to hold; long enough for a busy machine. */
export const eventually = (expectation: () => void) => vi.waitFor(expectation, { timeout: 10_000 })
