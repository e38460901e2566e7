package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;

import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Words as two columns: the English one, and beside it {@code ..._zh}, which is null where the Chinese is the same. */
final class WordColumns {
    private WordColumns() {}

    static @Nullable String en(@Nullable Words words) {
        return words == null ? null : words.en();
    }

    static @Nullable String zh(@Nullable Words words) {
        return words == null || words.zh().equals(words.en()) ? null : words.zh();
    }

    static @Nullable Words of(ResultSet row, String column) throws SQLException {
        String en = row.getString(column);
        return en == null ? null : Words.orSame(en, row.getString(column + "_zh"));
    }
}
