import { describe, expect, it } from 'vitest'
import { addDays, courtTime, daysBetween, daysOfMonth, monthsBetween, weekday, weekdayIndex } from './dates'

describe('court dates', () => {
  it('count calendar days across months and leap days', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(daysBetween('2022-10-10', '2022-11-21')).toBe(42)
    expect(daysBetween('2022-11-02', '2022-11-01')).toBe(-1)
  })

  it('know the weekday, Monday first', () => {
    expect(weekdayIndex('2022-11-21')).toBe(0)
    expect(weekday('2022-11-21', 'zh-CN')).toBe('周一')
  })

  it('list the days of a month and the months of a span', () => {
    expect(daysOfMonth('2022-02')).toHaveLength(28)
    expect(monthsBetween('2022-11-30', '2023-01-01')).toEqual(['2022-11', '2022-12', '2023-01'])
    expect(monthsBetween('2022-10-31', '2022-10-31')).toEqual(['2022-10'])
    expect(monthsBetween('2022-02-27', '2022-03-02')).toEqual(['2022-02', '2022-03'])
    expect(monthsBetween('2022-04-30', '2022-05-01')).toEqual(['2022-04', '2022-05'])
  })

  it('show an instant as the wall clock of the court', () => {
    expect(courtTime('2022-10-31T16:30:00Z')).toBe('2022-11-01 00:30')
  })
})
