package com.callfloor.dialer.web.json;

import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Words in the API: the English under a name, the Chinese beside it under {@code ..._zh}. */
final class WordsJson {
    private WordsJson() {}

    /** To be merged into what they are about; nulls where there are no words. */
    static JsonObject of(String name, @Nullable Words words) {
        return new JsonObject().put(name, words == null ? null : words.en())
                .put(name + "_zh", words == null ? null : words.zh());
    }
}
