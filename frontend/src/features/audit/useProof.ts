import { ref } from 'vue'
import type { TrailFinding, TrailRange } from '@/api/types'
import { verifyTrail } from './api/verifyTrail'

/** The trail proven step by step: the server keeps nothing between them, so a check of any length can be stopped. */
export function useProof() {
  const running = ref(false)
  const done = ref(false)
  const cause = ref<unknown>()
  const blocks = ref(0)
  const rows = ref(0)
  const unsigned = ref(0)
  const last = ref(0)
  const through = ref(0)
  const head = ref<string>()
  const findings = ref<TrailFinding[]>([])
  let turn = 0

  async function start(range: TrailRange) {
    const mine = ++turn
    running.value = true
    done.value = false
    cause.value = undefined
    blocks.value = rows.value = unsigned.value = last.value = through.value = 0
    findings.value = []
    let block: number | undefined
    try {
      do {
        const step = await verifyTrail({ ...range, block })
        if (mine !== turn) return
        blocks.value += step.blocks
        rows.value += step.rows
        unsigned.value += step.unsigned
        last.value = step.last
        through.value = step.through
        head.value = step.head ?? head.value
        findings.value = [...findings.value, ...step.findings]
        block = step.next ?? undefined
      } while (block !== undefined)
      done.value = true
    } catch (failed) {
      cause.value = failed
    } finally {
      if (mine === turn) running.value = false
    }
  }

  function stop() {
    turn++
    running.value = false
  }

  return { running, done, cause, blocks, rows, unsigned, last, through, head, findings, start, stop }
}
