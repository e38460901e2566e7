package com.callfloor.dialer.quality.speech;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.PhrasesFile;
import com.callfloor.dialer.scripts.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** With the phrase lists that come with the floor. */
class PhraseSpottingTest {
    private static final AttemptId CALL = new AttemptId(UUID.fromString("019ab000-0000-7000-8000-000000000001"));

    private static Phrases list(Language language) {
        try {
            return new PhrasesFile().readAll(Path.of("..", "config", "phrases"))
                    .stream()
                    .map(PhrasesFile.Read::phrases)
                    .filter(each -> each.language() == language)
                    .findFirst()
                    .orElseThrow();
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Hit> spot(Language language, Segment... segments) {
        return PhraseSpotting.spot(list(language),
                new Transcript(CALL, language, "test", Instant.EPOCH, List.of(segments)));
    }

    /** The agent says this, ten seconds long from the tenth second on. */
    private static List<String> forbidden(Language language, String said) {
        List<String> rules = new ArrayList<>();
        for (Hit hit : spot(language, new Segment(Side.AGENT, 10_000, 20_000, said))) {
            if (hit instanceof Hit.ForbiddenSaid) {
                rules.add(hit.rule());
            }
        }
        return rules;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            你再不还，后果自负！ | threat_force
            再不还钱就把你抓起来坐牢 | threat_custody
            我就告诉你的家人和同事 | threat_relatives
            我就通知　你 单位，让他们都知道 | threat_relatives
            我是公安局的 | impersonation
            这件事我保证给你减免 | unauthorised_promise
            你先去网贷还一下 | borrow_elsewhere
            你转到我的账户就行 | private_account
            他欠我们钱你知道吗 | disclosure
            """)
    void whatIsNeverSaidIsFoundInChinese(String said, String rule) {
        assertThat(forbidden(Language.ZH_CN, said)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Pay today, or else. | threat_force
            we will be telling your family about it | threat_relatives
            I\u2019ll tell your employers | threat_relatives
            The police will come for you | threat_custody
            You are a LIAR | insult
            This is the police. | impersonation
            we will waive the interest | unauthorised_promise
            I guarantee you a large discount | unauthorised_promise
            just borrow from a friend | borrow_elsewhere
            send it to my own account | private_account
            your son owes us money | disclosure
            """)
    void whatIsNeverSaidIsFoundInEnglish(String said, String rule) {
        assertThat(forbidden(Language.EN, said)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-CN | 您好，请问您什么时候方便还款？
            zh-CN | 您可以登录自己的账户还款
            en | When could you make a payment?
            en | We are not the policeman of anybody, and an elsewhere is no threat
            en | Your account is thirty days past due
            """)
    void whatIsFineIsNotFound(String language, String said) {
        assertThat(forbidden(Language.ofTag(language).orElseThrow(), said)).isEmpty();
    }

    @Test
    void aWordCountsOnTheAgentsSideOnly() {
        assertThat(spot(Language.EN, new Segment(Side.DEBTOR, 0, 1_000, "you will send me to jail, you liar")))
                .noneMatch(Hit.ForbiddenSaid.class::isInstance);
    }

    @Test
    void theMomentIsAsFarIntoTheSegmentAsIntoItsText() {
        assertThat(spot(Language.EN, new Segment(Side.AGENT, 10_000, 20_000, "well my friend you are an idiot"))
                .getFirst()).isInstanceOfSatisfying(Hit.ForbiddenSaid.class, hit -> {
                    assertThat(hit.fromMs()).isBetween(17_500L, 19_000L);
                    assertThat(hit.toMs()).isEqualTo(20_000);
                    assertThat(hit.said()).isEqualTo("idiot");
                });
    }

    @Test
    void aPhraseGoesOnOverTheEndOfASegmentButNotOverAPause() {
        assertThat(spot(Language.ZH_CN, new Segment(Side.AGENT, 0, 2_000, "你不还的话后果"),
                new Segment(Side.AGENT, 2_300, 4_000, "自负"))).anyMatch(Hit.ForbiddenSaid.class::isInstance);
        assertThat(spot(Language.ZH_CN, new Segment(Side.AGENT, 0, 2_000, "你不还的话后果"),
                new Segment(Side.AGENT, 6_000, 7_000, "自负"))).noneMatch(Hit.ForbiddenSaid.class::isInstance);
    }

    @Test
    void whatMustBeSaidIsSaidInTimeOrMissing() {
        List<Hit> hits = spot(Language.EN, new Segment(Side.AGENT, 1_000, 3_000, "Hello, my name is Li"),
                new Segment(Side.AGENT, 61_000, 63_000, "by the way, this call is being recorded"));

        assertThat(hits).anyMatch(hit -> hit instanceof Hit.RequiredSaid && hit.rule().equals("identification"));
        assertThat(hits).contains(new Hit.RequiredMissing("recording_notice", "recording_notice"));
        assertThat(spot(Language.ZH_CN, new Segment(Side.AGENT, 0, 5_000, "您好，这里是客服中心，本次通话会录音")))
                .noneMatch(Hit.RequiredMissing.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            about: insult | about: insults | did you mean 'insult'
            id: insult, | id: harassment, | 'harassment' is there twice
            within: 30s | within: 0s | within is up to 10m
            language: en | language: de | is not one of
            """)
    void aMistakeInAListIsNamedWithItsPlace(String right, String wrong, String told) throws Exception {
        String text = Files.readString(Path.of("..", "config", "phrases", "en.yaml"))
                .replaceFirst(right, wrong);

        assertThatThrownBy(() -> new PhrasesFile().parse("en.yaml", text)).isInstanceOf(ConfigProblem.class)
                .hasMessageStartingWith("en.yaml, line ")
                .hasMessageContaining(told);
    }
}
