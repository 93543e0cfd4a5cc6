import { useUrl } from '@/shared/useUrl'

/** The address as useUrl has it, but opening and leafing through an item leaves the list at the page it is on. */
export function useStay() {
  const { param, put } = useUrl()
  const stay = (values: Record<string, string | undefined>, push = false) =>
    put({ cursor: param('cursor'), ...values }, push)
  return { param, put, stay }
}
