package com.callfloor.dialer.cases.intake;

import java.util.Random;

import com.callfloor.dialer.cases.intake.PhoneReader.Reading;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** China's mobile numbers are read without the library, and must come out as the library reads them. */
class IntakeMobilesTest {
    private static final int BLOCKS = 1_000_000;
    private static final int IN_A_BLOCK = 10_000;
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    private final Random random = new Random(7);

    private String numberIn(int block) {
        return "1%06d%04d".formatted(block, random.nextInt(IN_A_BLOCK));
    }

    @Test
    void oneOfEveryBlockIsReadAsTheLibraryReadsIt() throws NumberParseException {
        ChineseMobiles mobiles = new ChineseMobiles();
        int read = 0;
        for (int block = random.nextInt(20); block < BLOCKS; block += 1 + random.nextInt(20)) {
            String number = numberIn(block);
            if (ChineseMobiles.isOne(number, "CN")) {
                var parsed = LIBRARY.parse(number, "CN");
                assertThat(ChineseMobiles.e164(number)).isEqualTo(LIBRARY.format(parsed, PhoneNumberFormat.E164));
                assertThat(mobiles.typeOf(number)).as(number).isEqualTo(LIBRARY.getNumberType(parsed));
                read++;
            }
        }
        assertThat(read).isGreaterThan(50_000);
    }

    @Test
    void allNumbersOfABlockAreOfOneType() throws NumberParseException {
        for (int nth = 0; nth < 2_000; nth++) {
            int block = 300_000 + random.nextInt(BLOCKS - 300_000);
            PhoneNumberType one = LIBRARY.getNumberType(LIBRARY.parse("+86" + numberIn(block), "CN"));
            for (int other = 0; other < 5; other++) {
                String number = numberIn(block);
                assertThat(LIBRARY.getNumberType(LIBRARY.parse("+86" + number, "CN"))).as(number).isEqualTo(one);
            }
        }
    }

    @Test
    void whatIsWrittenOtherwiseIsLeftToTheLibrary() {
        assertThat(ChineseMobiles.isOne("13800000001", "CN")).isTrue();
        assertThat(ChineseMobiles.isOne("13800000001", "US")).isFalse();
        assertThat(ChineseMobiles.isOne("138 0000 000", "CN")).isFalse();
        assertThat(ChineseMobiles.isOne("12800000001", "CN")).isFalse();
        assertThat(ChineseMobiles.isOne("17900000001", "CN")).as("a carrier's code").isFalse();
        assertThat(ChineseMobiles.isOne("1380000000１", "CN")).isFalse();
        assertThat(ChineseMobiles.isOne("", "CN")).isFalse();
        assertThat(new PhoneReader().read("17900000001", "CN")).isInstanceOf(Reading.Impossible.class);
    }
}
