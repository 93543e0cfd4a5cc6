/** Money comes as a decimal string in 元 with two digits; it is grouped as text, never turned into a float. */
export function yuan(amount: string | number | null | undefined): string {
  if (amount === null || amount === undefined || amount === '') return '—'
  const text = String(amount)
  const [whole = '0', fen = '00'] = text.replace('-', '').split('.')
  return `${text.startsWith('-') ? '-' : ''}¥${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}.${fen.padEnd(2, '0')}`
}

/** What was typed as an amount, in fen; undefined where it is none. Separators and a currency sign are forgiven. */
export function fen(text: string | null | undefined): bigint | undefined {
  const plain = (text ?? '').replace(/[\s,，¥￥]/g, '')
  if (!/^-?\d{1,16}(\.\d{1,2})?$/.test(plain)) return undefined
  const [whole = '0', part = ''] = plain.replace('-', '').split('.')
  const value = BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'))
  return plain.startsWith('-') ? -value : value
}

/** Fen as the contract writes money: `12345.67`. */
export function ofFen(value: bigint): string {
  const plain = (value < 0n ? -value : value).toString().padStart(3, '0')
  return `${value < 0n ? '-' : ''}${plain.slice(0, -2)}.${plain.slice(-2)}`
}

/** Exact to the fen; what is no amount counts as nothing. */
export const sumOf = (amounts: (string | null | undefined)[]) =>
  ofFen(amounts.reduce((sum, x) => sum + (fen(x) ?? 0n), 0n))
