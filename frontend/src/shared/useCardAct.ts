import { useAct } from './useAct'

/**
 * An act on a card that its own failing may take out of the list. That it failed is said before everything is asked for
 * again, and the card is let go once the act is done, by a second try too, or once its reader has seen why it was not.
 */
export function useCardAct(act: () => Promise<unknown>, says: { failed: () => void; read: () => void }) {
  const { mutate, error, isPending, reset } = useAct(async () => {
    try {
      await act()
    } catch (cause) {
      says.failed()
      throw cause
    }
    says.read()
  })
  return {
    press: () => mutate(undefined),
    read: () => {
      reset()
      says.read()
    },
    error,
    isPending,
  }
}
