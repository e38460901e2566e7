import { computed, onMounted, onScopeDispose, ref, type Ref, watch } from 'vue'

/** Rows beyond the edge, so that scrolling and the arrow keys always find the next one. */
const BEYOND = 8
/** The window moves by so many rows at once. */
const STEP = 4
/** A table as short as this is drawn whole. */
const SHORT = 60
const USUAL_HEIGHT = 37

/**
 * Which rows of a long table are drawn: those in sight and some around them; two empty rows stand for the others. Rows must be
 * of one height.
 *
 * @param scroller what scrolls, with the table in it
 * @param count how many rows there are
 */
export function useRows(scroller: Ref<HTMLElement | undefined>, count: () => number) {
  const top = ref(0)
  const height = ref(0)
  const rowHeight = ref(USUAL_HEIGHT)
  const resized = new ResizeObserver(look)

  function look(): void {
    const box = scroller.value
    if (box) {
      top.value = box.scrollTop
      height.value = box.clientHeight
      rowHeight.value =
        box.querySelector<HTMLElement>('tbody tr:not(.undrawn)')?.offsetHeight ?? rowHeight.value
    }
  }

  const first = computed(() => {
    const inSight = Math.floor(top.value / rowHeight.value) - BEYOND
    return count() <= SHORT ? 0 : Math.max(0, Math.min(count() - 1, inSight - (inSight % STEP)))
  })
  const last = computed(() => {
    const inSight = Math.ceil((top.value + height.value) / rowHeight.value) + BEYOND
    return count() <= SHORT ? count() : Math.min(count(), inSight - (inSight % STEP) + STEP)
  })

  onMounted(() => {
    watch(
      scroller,
      (box, _, clean) => {
        if (box) {
          resized.observe(box)
          box.addEventListener('scroll', look, { passive: true })
          clean(() => {
            resized.unobserve(box)
            box.removeEventListener('scroll', look)
          })
        }
        look()
      },
      { immediate: true },
    )
  })
  onScopeDispose(() => {
    resized.disconnect()
  })

  return {
    first,
    last,
    /** Heights of what is not drawn, in CSS pixels. */
    above: computed(() => first.value * rowHeight.value),
    below: computed(() => (count() - last.value) * rowHeight.value),
  }
}
