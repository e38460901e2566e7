import type { AnswerCode, Scorecard, Wording } from '../api/quality'
import { useTexts } from '../app/useTexts'

/** A scorecard's own words in the chosen language. */
export function useWording() {
  const { t, language } = useTexts()
  const say = (text: Wording) => text[language.value === 'zh-CN' ? 'zh-CN' : 'en']

  /** The text of an item; its id where the card is not known. */
  function itemText(card: Scorecard | null | undefined, id: string): string {
    const items = [...(card?.sections.flatMap((section) => section.items) ?? []), ...(card?.never ?? [])]
    const found = items.find((item) => item.id === id)
    return found ? say(found.text) : id
  }

  function answerText(answer: { answer: AnswerCode; points: number | null }, most?: number | null): string {
    return answer.answer === 'points'
      ? `${answer.points ?? 0}${most ? ` / ${most}` : ''}`
      : t(`review.${answer.answer}`)
  }

  return { say, itemText, answerText }
}
