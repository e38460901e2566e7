package com.callfloor.dialer.quality.sampling;

import java.time.Duration;

/** What was measured in a recording's sound. */
public record TalkFigures(Duration longestSilence, Duration overlap, Duration agentTalk, Duration debtorTalk) {}
