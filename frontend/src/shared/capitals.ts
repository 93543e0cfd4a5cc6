import { fen } from './money'

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿', '亿亿']

/** Four digits of a whole number: inner zeros become one 零, and none stands at the end. */
function group(digits: string): string {
  let text = ''
  let zero = false
  for (const [i, d] of [...digits].entries()) {
    if (d === '0') {
      zero = text !== ''
      continue
    }
    text += `${zero ? '零' : ''}${DIGITS[Number(d)]}${PLACES[digits.length - 1 - i]}`
    zero = false
  }
  return text
}

function whole(yuan: bigint): string {
  const digits = yuan.toString()
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 4) groups.unshift(digits.slice(Math.max(0, end - 4), end))
  let text = ''
  let gap = false
  for (const [i, four] of groups.entries()) {
    const said = group(four)
    if (!said) {
      gap = text !== ''
      continue
    }
    text += `${text && (gap || four.startsWith('0')) ? '零' : ''}${said}${GROUPS[groups.length - 1 - i]}`
    gap = false
  }
  return text
}

/** An amount in Chinese capitals (大写), as paper that moves money has it: 壹佰元整. */
export function capitals(amount: string | null | undefined): string {
  const value = fen(amount)
  if (value === undefined || value < 0n) return '—'
  const yuan = value / 100n
  const jiao = Number((value / 10n) % 10n)
  const last = Number(value % 10n)
  const head = yuan > 0n ? `${whole(yuan)}元` : ''
  if (!jiao && !last) return `${head || '零元'}整`
  // A 零 stands for 角 that is missing between 元 and 分.
  const mid = jiao ? `${DIGITS[jiao]}角` : head ? '零' : ''
  return `${head}${mid}${last ? `${DIGITS[last]}分` : '整'}`
}
