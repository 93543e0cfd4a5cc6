import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { type MaybeRefOrGetter, toValue } from 'vue'
import { listInbox } from './api/listInbox'

export const useInboxList = (unread: MaybeRefOrGetter<boolean>, cursor: MaybeRefOrGetter<string | undefined>) =>
  useQuery({
    queryKey: ['inbox', 'list', unread, cursor],
    queryFn: () => listInbox(toValue(unread), toValue(cursor)),
    placeholderData: keepPreviousData,
  })
