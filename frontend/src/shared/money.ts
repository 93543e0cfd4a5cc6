/** Money comes as a decimal string in 元 with two digits; it is grouped as text, never turned into a float. */
export function yuan(amount: string | number | null | undefined): string {
  if (amount === null || amount === undefined || amount === '') return '—'
  const [whole = '0', fen = '00'] = String(amount).split('.')
  return `¥${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fen.padEnd(2, '0')}`
}
