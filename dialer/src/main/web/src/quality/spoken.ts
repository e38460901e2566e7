import type { Hit, Segment } from '../api/quality'

export interface Piece {
  text: string
  /** Which phrase it is; none: ordinary words. */
  hit: Hit | null
}

/** The words of one segment, cut where phrases were found in it. */
export function piecesOf(segment: Segment, hits: readonly Hit[]): readonly Piece[] {
  const low = segment.text.toLowerCase()
  const found = hits
    .filter((hit) => hit.said !== null && hit.at_ms !== null)
    .filter((hit) => (hit.at_ms ?? 0) < segment.to_ms && (hit.to_ms ?? hit.at_ms ?? 0) >= segment.from_ms)
    .map((hit) => ({ hit, from: low.indexOf((hit.said ?? '').toLowerCase()), length: hit.said?.length ?? 0 }))
    .filter((place) => place.from >= 0 && place.length > 0)
    .sort((one, other) => one.from - other.from)
  const pieces: Piece[] = []
  let at = 0
  for (const { hit, from, length } of found) {
    if (from < at) {
      continue
    }
    pieces.push({ text: segment.text.slice(at, from), hit: null })
    pieces.push({ text: segment.text.slice(from, from + length), hit })
    at = from + length
  }
  pieces.push({ text: segment.text.slice(at), hit: null })
  return pieces.filter((piece) => piece.text !== '')
}
