package com.callfloor.dialer.scripts;

import org.jspecify.annotations.Nullable;

/**
 * What the floor calls itself to whoever answers.
 *
 * @param english tells no stranger of a debt
 * @param chinese the same in Chinese
 * @param usual spoken where a case names no language
 */
public record CallerNames(String english, String chinese, String callbackNumber, Language usual) {
    /** What a case is talked about in. {@code tag}: as its file says; null: it does not. */
    public Language languageOf(@Nullable String tag) {
        return tag == null ? usual : Language.nearest(tag);
    }

    /** The name in this language. */
    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH_CN -> chinese;
        };
    }
}
