import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eachFrame } from './frames'

describe('what comes several times a second', () => {
  let draw: (() => void)[] = []
  const told = vi.fn()

  function frame(): void {
    const due = draw
    draw = []
    due.forEach((one) => {
      one()
    })
  }

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('document', { hidden: false })
    vi.stubGlobal('requestAnimationFrame', (one: () => void) => draw.push(one))
    told.mockClear()
    draw = []
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('is drawn once, with what it came with, though a frame lies between', () => {
    const frames = eachFrame<string>('floor', told)
    frames.later('agents', 'agents 1')
    frame()
    frames.later('calls', 'calls 1')
    frames.later('floor', 'floor 1')
    frame()
    expect(told).toHaveBeenCalledExactlyOnceWith(['agents 1', 'calls 1', 'floor 1'])
    vi.advanceTimersByTime(1_000)
    frame()
    expect(told).toHaveBeenCalledOnce()
  })

  it('is the latest of each kind', () => {
    const frames = eachFrame<string>('floor', told)
    frames.later('floor', 'floor 1')
    frames.later('agents', 'agents 2')
    frames.later('floor', 'floor 2')
    frame()
    expect(told).toHaveBeenCalledExactlyOnceWith(['agents 2', 'floor 2'])
  })

  it('does not wait long for what does not come', () => {
    const frames = eachFrame<string>('floor', told)
    frames.later('agents', 'agents 1')
    vi.advanceTimersByTime(100)
    frame()
    expect(told).toHaveBeenCalledExactlyOnceWith(['agents 1'])
  })
})
