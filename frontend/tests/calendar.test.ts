import { existsSync, readdirSync, readFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayIndex } from '@/shared/dates'

const FOLDER = '../backend/src/main/resources/calendar'
const YEARS = [2021, 2022, 2023, 2024, 2025, 2026]

function ours(year: number) {
  const lines = readFileSync(`${FOLDER}/${year}.csv`, 'utf8').trim().split(/\r?\n/).slice(1)
  const kinds = new Map(lines.map((line) => line.split(',').slice(0, 2) as [string, string]))
  return (date: string) => (kinds.has(date) ? kinds.get(date) === 'WORKDAY' : weekdayIndex(date) < 5)
}

// A second, independent source of the published holidays: what the court counts as a working day must agree with it.
describe('the court calendar', () => {
  it.each(YEARS)('of %i agrees with chinese-days on every day', (year) => {
    const isWorkday = ours(year)
    const differing: string[] = []
    for (let date = `${year}-01-01`; date.startsWith(String(year)); date = addDays(date, 1)) {
      if (isWorkday(date) !== chineseDays.isWorkday(date)) differing.push(date)
    }
    expect(differing).toEqual([])
  })

  it('has no year that this test leaves out', () => {
    expect(existsSync(FOLDER)).toBe(true)
    expect(readdirSync(FOLDER).sort()).toEqual(YEARS.map((y) => `${y}.csv`))
  })
})
