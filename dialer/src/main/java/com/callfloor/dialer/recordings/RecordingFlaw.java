package com.callfloor.dialer.recordings;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is not as it should be with the recordings.
 *
 * @param attempt whose recording it is; null where it is nobody's
 * @param words for people, the attempt's id among them
 */
public record RecordingFlaw(Kind kind, @Nullable String attempt, String words) {
    public enum Kind {
        /** The call was answered, and no recording of it is kept. */
        MISSING,
        /** It should have been taken in by now. */
        OVERDUE,
        /** Its row in the books is gone. */
        ROW_DELETED,
        /** Its row is not what was written. */
        ROW_CHANGED,
        /** It is in the books and not in the chain. */
        NOT_CHAINED,
        /** The chain has a hole. */
        ENTRY_DELETED,
        /** An entry of the chain was edited, exchanged or inserted. */
        ENTRY_CHANGED,
        /** The chain's newest entries are gone. */
        END_CUT_OFF,
        /** The copy of the chain's head is damaged. */
        HEAD_UNREADABLE,
        /** The object is gone and was not deleted by us. */
        OBJECT_GONE,
        /** The object is not what was stored. */
        OBJECT_CHANGED,
        /** The store does not give the object. */
        OBJECT_UNREADABLE,
        /** The key that the object is sealed under is not here. */
        KEY_LOST,
        /** It was deleted, and the object is still there. */
        NOT_DELETED,
        /** Something lies in the store that the books do not know. */
        STRAY_OBJECT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
