package com.callfloor.dialer.config;

import com.callfloor.dialer.quality.card.Wording;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A text in both languages, as files write it. */
record WordingText(@JsonProperty(value = "zh-CN", required = true) String chinese,
        @JsonProperty(value = "en", required = true) String english) {
    Wording toWording() {
        return new Wording(chinese, english);
    }
}
