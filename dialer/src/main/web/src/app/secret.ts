const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** What the server takes at least. */
export const SHORTEST_PASSWORD = 12
const LENGTH = 16

/** A password nobody thought of, without letters that are mistaken for each other: 93 bits. */
export function randomPassword(random: (bytes: Uint8Array) => Uint8Array = fill): string {
  let made = ''
  while (made.length < LENGTH) {
    for (const byte of random(new Uint8Array(LENGTH))) {
      // What is left over at the end would make some letters likelier.
      if (byte < 256 - (256 % LETTERS.length) && made.length < LENGTH) {
        made += LETTERS.charAt(byte % LETTERS.length)
      }
    }
  }
  return made
}

function fill(bytes: Uint8Array): Uint8Array {
  return crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)
}
