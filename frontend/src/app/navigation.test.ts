import { describe, expect, it } from 'vitest'
import { me } from '../../mocks/data'
import { goesOut, homeFor, placesFor } from './navigation'

const names = (...roles: string[]) => placesFor({ ...me, roles }).map((p) => p.name)

describe('the navigation', () => {
  it('opens the triage desk to its own people only', () => {
    expect(names('triage')).toContain('triage')
    expect(names('executor')).not.toContain('triage')
  })

  it('opens the approvals to those who decide', () => {
    expect(names('president')).toContain('approvals')
    expect(names('director')).toContain('approvals')
    expect(names('judge')).toContain('approvals')
    expect(names('executor')).toContain('approvals')
    expect(names('quality')).not.toContain('approvals')
  })

  it('opens the case funds to their desk, and to those who answer for the money', () => {
    for (const role of ['funds', 'director', 'president', 'auditor']) expect(names(role)).toContain('funds')
    for (const role of ['executor', 'judge', 'triage', 'admin']) expect(names(role)).not.toContain('funds')
  })

  it('opens the trail to those who watch over others', () => {
    for (const role of ['auditor', 'director', 'president']) expect(names(role)).toContain('audit')
    for (const role of ['judge', 'funds', 'admin']) expect(names(role)).not.toContain('audit')
  })

  it('opens the archive loans to who asks, decides and hands out, once each', () => {
    for (const role of ['judge', 'clerk', 'director', 'archive', 'auditor'])
      expect(names(role)).toContain('archiveLoans')
    for (const role of ['funds', 'police', 'admin']) expect(names(role)).not.toContain('archiveLoans')
    expect(names('judge', 'archive').filter((name) => name === 'archiveLoans')).toHaveLength(1)
  })

  it('puts the desk of a role among the four places that a phone shows first', () => {
    expect(names('funds').indexOf('funds')).toBeLessThan(4)
    expect(names('triage').indexOf('triage')).toBeLessThan(4)
    expect(names('judge').indexOf('approvals')).toBeLessThan(4)
    expect(names('archive').indexOf('archiveLoans')).toBeLessThan(4)
  })

  it('shows an administrator no cases, for that role decides none', () => {
    expect(names('admin')).toEqual(['inbox', 'tools', 'admin'])
    expect(names('admin', 'director')).toContain('cases')
  })

  it('leads those into the field whom the affairs team may send out, and nobody else', () => {
    const field = (team: 'AFFAIRS' | 'FAST' | null, ...roles: string[]) =>
      placesFor({ ...me, roles, team }).find((p) => p.name === 'field')?.href
    for (const role of ['executor', 'police']) expect(field('AFFAIRS', role)).toBe('/field/')
    for (const role of ['clerk', 'judge-assistant', 'team-leader']) expect(field('AFFAIRS', role)).toBeUndefined()
    expect(field('FAST', 'executor')).toBeUndefined()
    expect(goesOut({ ...me, roles: ['executor'], team: 'AFFAIRS' })).toBe(true)
  })

  it('begins where the role has work to do', () => {
    expect(homeFor({ ...me, roles: ['executor'] })).toBe('today')
    expect(homeFor({ ...me, roles: ['admin'] })).toBe('admin')
    expect(homeFor({ ...me, roles: ['admin', 'director'] })).toBe('today')
  })
})
