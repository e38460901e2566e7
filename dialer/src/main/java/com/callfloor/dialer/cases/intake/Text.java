package com.callfloor.dialer.cases.intake;

import java.text.Normalizer;

/** Makes what people and programs put into cells harmless to show, store and pass on. */
final class Text {
    private static final int SHOWN = 40;

    private Text() {}

    /**
     * Line breaks and control characters become a space, marks without width or with power over the direction of text
     * vanish, white space is single and never at the ends.
     */
    static String clean(String raw) {
        if (isHarmless(raw)) {
            return raw;
        }
        StringBuilder kept = new StringBuilder(raw.length());
        boolean spaceDue = false;
        for (int i = 0; i < raw.length();) {
            int character = raw.codePointAt(i);
            i += Character.charCount(character);
            if (isSpace(character)) {
                spaceDue = !kept.isEmpty();
            } else if (!vanishes(character)) {
                if (spaceDue) {
                    kept.append(' ');
                    spaceDue = false;
                }
                kept.appendCodePoint(character);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    /** Full-width and other compatibility forms become their plain ones: １２３ is 123. */
    static String plain(String cleaned) {
        return isHarmless(cleaned) ? cleaned : Normalizer.normalize(cleaned, Normalizer.Form.NFKC).strip();
    }

    /** A value as a message may repeat it: cleaned and short. */
    static String shown(String value) {
        String cleaned = clean(value);
        return cleaned.codePointCount(0, cleaned.length()) <= SHOWN
                ? cleaned
                : cleaned.substring(0, cleaned.offsetByCodePoints(0, SHOWN)) + "…";
    }

    /** Printable ASCII without spaces needs no cleaning; most cells of most files are like that, or empty. */
    private static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean isSpace(int character) {
        return Character.isISOControl(character) || Character.isWhitespace(character)
                || Character.isSpaceChar(character);
    }

    /** The joiners U+200C and U+200D stay: names of several languages need them. */
    private static boolean vanishes(int character) {
        return switch (character) {
            case 0x00AD, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF, 0xFFFE, 0xFFFF -> true;
            default -> (character >= 0x202A && character <= 0x202E) || (character >= 0x2060 && character <= 0x206F)
                    || Character.getType(character) == Character.SURROGATE;
        };
    }
}
