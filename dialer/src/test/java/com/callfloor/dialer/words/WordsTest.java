package com.callfloor.dialer.words;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {
    @Test
    void figuresAreTheSameInBothLanguagesAndWordsAmongThemAreInTheirOwn() {
        Words limit = new Words("the limit", "上限");

        assertThat(Words.of("%2$s is %1$d", "%2$s为 %1$d", 3, limit)).isEqualTo(new Words("the limit is 3", "上限为 3"));
    }

    @Test
    void partsOfASentenceAreJoinedInEachLanguage() {
        assertThat(new Words("not dialed: ", "未拨打：").then(new Words("too late", "太晚")))
                .isEqualTo(new Words("not dialed: too late", "未拨打：太晚"));
    }
}
