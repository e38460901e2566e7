const EVERY_MS = 100
/** Quieter than this is silence to the eye. */
const FLOOR_DB = -60

/** Tells the loudness of a stream ten times a second, 0 (silence) to 1 (as loud as it gets); returns how to stop. */
export function meter(stream: MediaStream, tell: (level: number) => void): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  analyser.fftSize = 1024
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    tell(levelOf(samples))
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}

/** The root mean square on a scale of decibels. */
export function levelOf(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) {
    sum += sample * sample
  }
  const db = 10 * Math.log10(sum / samples.length + Number.EPSILON)
  return Math.min(1, Math.max(0, 1 - db / FLOOR_DB))
}
