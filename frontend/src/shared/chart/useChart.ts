import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import { onBeforeUnmount, onMounted, type Ref, watch } from 'vue'
import { isDark } from '../theme'

echarts.use([CanvasRenderer])

/** A colour of the page's own, as it is in the theme of now. */
export const css = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()

/** Drawn on the canvas, since one of HTML wants inline styles, which no page of ours may have. */
export const TOOLTIP = {
  trigger: 'axis',
  axisPointer: { type: 'shadow' },
  renderMode: 'richText',
  confine: true,
}

/** A chart in a box, drawn anew when what it shows or the theme changes. */
export function useChart(
  box: Readonly<Ref<HTMLElement | null>>,
  shown: () => unknown,
  option: () => EChartsCoreOption,
  ready?: (chart: EChartsType) => void,
) {
  let chart: EChartsType | undefined
  const draw = () => chart?.setOption(option(), { notMerge: true })
  const resize = () => chart?.resize()
  onMounted(() => {
    if (!box.value) return
    chart = echarts.init(box.value)
    ready?.(chart)
    draw()
    globalThis.addEventListener('resize', resize)
  })
  watch([shown, isDark], draw, { flush: 'post' })
  onBeforeUnmount(() => {
    globalThis.removeEventListener('resize', resize)
    chart?.dispose()
  })
}
