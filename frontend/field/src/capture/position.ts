import type { NoPosition, Position } from '../types'

const WAIT_MS = 10_000
const WHY: Record<number, NoPosition> = { 1: 'denied', 2: 'unavailable', 3: 'timeout' }

/** Where the phone is now, or why it cannot say. */
export function whereNow(): Promise<{ position: Position | null; noPosition: NoPosition | null }> {
  if (!('geolocation' in navigator)) return Promise.resolve({ position: null, noPosition: 'unsupported' })
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          position: { lat: coords.latitude, lng: coords.longitude, accuracy: Math.round(coords.accuracy) },
          noPosition: null,
        }),
      (error) => resolve({ position: null, noPosition: WHY[error.code] ?? 'unavailable' }),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 30_000 },
    )
  })
}
