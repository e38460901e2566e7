package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.List;

import com.microsoft.playwright.Page;

import static org.awaitility.Awaitility.await;

/** What a page's phone plays: the sound that WebRTC brings, measured in the browser itself. */
final class Ears {
    /** Each track that arrives is analysed; the loudest bin around a frequency is what is heard of it, in dB. */
    private static final String LISTENING = """
            (() => {
              const analysers = [];
              window.heardAt = (hertz) => Math.max(-200, ...analysers.map(({ node, rate }) => {
                const bins = new Float32Array(node.frequencyBinCount);
                node.getFloatFrequencyData(bins);
                const at = Math.round(hertz * node.fftSize / rate);
                return Math.max(...bins.slice(at - 2, at + 3));
              }));
              const Real = window.RTCPeerConnection;
              window.RTCPeerConnection = class extends Real {
                constructor(...settings) {
                  super(...settings);
                  this.addEventListener('track', (event) => {
                    const context = new AudioContext();
                    const node = context.createAnalyser();
                    node.fftSize = 4096;
                    node.smoothingTimeConstant = 0;
                    context.createMediaStreamSource(new MediaStream([event.track])).connect(node);
                    const entry = { node, rate: context.sampleRate };
                    analysers.push(entry);
                    event.track.addEventListener('ended', () => analysers.splice(analysers.indexOf(entry), 1));
                  });
                }
              };
            })()""";
    private static final double HEARD_DB = -55;
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private final Page page;

    private Ears(Page page) {
        this.page = page;
    }

    /** Call before the page is opened. */
    static Ears of(Page page) {
        page.addInitScript(LISTENING);
        return new Ears(page);
    }

    boolean hears(int hertz) {
        return ((Number) page.evaluate("hertz => window.heardAt(hertz)", hertz)).doubleValue() > HEARD_DB;
    }

    /** Voices come in bursts, so it is listened until one is heard. */
    void awaitHearing(int hertz) {
        await("hearing " + hertz + " Hz").atMost(PATIENCE).until(() -> hears(hertz));
    }

    /** What was on its way when somebody left a talk is still heard. */
    void awaitSilenceAt(int hertz) {
        await("no more of " + hertz + " Hz").atMost(PATIENCE).until(() -> !hears(hertz));
    }

    /** Longer than any voice of a test pauses. */
    boolean hearsWithin(int hertz, long milliseconds) {
        return Boolean.TRUE.equals(page.evaluate("""
                async ([hertz, wait, least]) => {
                  const end = performance.now() + wait;
                  while (performance.now() < end) {
                    if (window.heardAt(hertz) > least) return true;
                    await new Promise((again) => setTimeout(again, 30));
                  }
                  return false;
                }""", List.of(hertz, (double) milliseconds, HEARD_DB)));
    }
}
