import { describe, expect, it } from 'vitest'
import { me } from '../../mocks/data'
import { homeFor, placesFor } from './navigation'

const names = (...roles: string[]) => placesFor({ ...me, roles }).map((p) => p.name)

describe('the navigation', () => {
  it('opens the triage desk to its own people only', () => {
    expect(names('triage')).toContain('triage')
    expect(names('executor')).not.toContain('triage')
  })

  it('opens the approvals to those who decide', () => {
    expect(names('president')).toContain('approvals')
    expect(names('director')).toContain('approvals')
    expect(names('judge')).not.toContain('approvals')
  })

  it('shows an administrator no cases, for that role decides none', () => {
    expect(names('admin')).toEqual(['inbox', 'tools', 'admin'])
    expect(names('admin', 'director')).toContain('cases')
  })

  it('begins where the role has work to do', () => {
    expect(homeFor({ ...me, roles: ['executor'] })).toBe('today')
    expect(homeFor({ ...me, roles: ['admin'] })).toBe('admin')
    expect(homeFor({ ...me, roles: ['admin', 'director'] })).toBe('today')
  })
})
