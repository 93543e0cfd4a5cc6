import type { StatementColumn } from '@/api/types'

/** In the order in which a statement is read. */
export const COLUMNS: StatementColumn[] = [
  'SERIAL',
  'AT',
  'TIME',
  'VALUE_ON',
  'MONEY_IN',
  'MONEY_OUT',
  'AMOUNT',
  'DIRECTION',
  'PARTY',
  'PARTY_ACCOUNT',
  'VIRTUAL_NUMBER',
  'REMARK',
  'BALANCE',
]
