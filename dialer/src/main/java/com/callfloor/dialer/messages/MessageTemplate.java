package com.callfloor.dialer.messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.Blanks;
import com.callfloor.dialer.scripts.Language;

/**
 * A text that messages are made from. Complete and free of what may not be said, or it is none.
 *
 * @param name such as {@code promise_reminder}; there may be one of a name for each channel and language
 * @param version changes with the text; kept with each message
 * @param subject of an e-mail; empty for an SMS
 */
public record MessageTemplate(String name, String version, Channel channel, Language language,
        Optional<String> subject, String text) {
    /** A template that speaks of a promise; only reminders of one can fill it. */
    public static final String PROMISE_REMINDER = "promise_reminder";
    /** The template of the ladder's steps. */
    public static final String PAYMENT_DUE = "payment_due";
    /** A long SMS comes in parts, each paid for; beyond this nobody reads on. */
    private static final int LONGEST_SMS = 500;
    private static final int LONGEST_SUBJECT = 100;

    /** @throws IllegalArgumentException naming all that is wrong, and how to mend it */
    public MessageTemplate {
        List<String> flaws = flaws(name, version, channel, language, subject, text);
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", flaws));
        }
    }

    private static List<String> flaws(String name, String version, Channel channel, Language language,
            Optional<String> subject, String text) {
        List<String> flaws = new ArrayList<>();
        if (version.isBlank()) {
            flaws.add("version is empty; a new text needs a new version, such as its date");
        }
        if (!channel.isMessage()) {
            flaws.add("channel is sms or email");
        }
        if ((channel == Channel.EMAIL) != subject.isPresent()) {
            flaws.add(
                    channel == Channel.EMAIL ? "an e-mail needs a subject" : "only an e-mail has a subject; remove it");
        }
        for (MessageStatement statement : MessageStatement.values()) {
            if (!statement.madeBy(text)) {
                flaws.add("lacks " + statement.words());
            }
        }
        subject.ifPresent(line -> subjectFlaws(line, name, language, flaws));
        variableFlaws(text, name, flaws);
        spoken(text, language, flaws);
        if (channel == Channel.SMS) {
            smsFlaws(text, language, flaws);
        }
        return flaws;
    }

    /** A subject stands on locked screens and in lists that others see, at work most of all. */
    private static void subjectFlaws(String subject, String name, Language language, List<String> flaws) {
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT || subject.contains("\n")) {
            flaws.add("the subject is one line of 1 to " + LONGEST_SUBJECT + " characters");
        }
        variableFlaws(subject, name, flaws);
        for (String code : Blanks.in(subject)) {
            MessageVariable.ofCode(code)
                    .filter(MessageVariable::disclosing)
                    .ifPresent(
                            variable -> flaws.add("{" + code + "} in the subject tells of the debt to whoever sees the "
                                    + "list of mails; say it in the text"));
        }
        language.telling(subject).ifPresent(words -> flaws.add("'" + words + "' in the subject tells of the debt"));
        spoken(subject, language, flaws);
    }

    private static void variableFlaws(String text, String name, List<String> flaws) {
        for (String code : Blanks.in(text)) {
            Optional<MessageVariable> variable = MessageVariable.ofCode(code);
            if (variable.isEmpty()) {
                flaws.add("unknown variable {" + code + "}; known: " + MessageVariable.known());
            } else if (variable.get().ofPromise() && !name.equals(PROMISE_REMINDER)) {
                flaws.add("{" + code + "} is known of promises only; use it in " + PROMISE_REMINDER);
            }
        }
    }

    private static void spoken(String text, Language language, List<String> flaws) {
        language.threatening(text)
                .ifPresent(words -> flaws.add("'" + words + "' threatens; no message does (SEED-ID)"));
        language.promisingWaiver(text)
                .ifPresent(words -> flaws.add("'" + words + "' promises a waiver; only the lender can (SEED-ID)"));
    }

    /** A locked phone shows an SMS to whoever looks. */
    private static void smsFlaws(String text, Language language, List<String> flaws) {
        if (text.length() > LONGEST_SMS) {
            flaws.add("an SMS is at most " + LONGEST_SMS + " characters, not " + text.length());
        }
        language.telling(text)
                .ifPresent(words -> flaws
                        .add("'" + words + "' tells of the debt on a locked screen; an SMS does not say it"));
        if (Blanks.in(text).contains(MessageVariable.PRODUCT.code())) {
            flaws.add("{product} may say loan on a locked screen; leave it out of an SMS");
        }
    }

    /**
     * Fills it in for a case.
     *
     * @throws IllegalArgumentException if there is no value for a variable, or a value says what no message may
     */
    public Composed fill(Map<MessageVariable, String> values) {
        Function<String, Optional<String>> lookUp = code -> MessageVariable.ofCode(code)
                .flatMap(variable -> Optional.ofNullable(values.get(variable)));
        var composed = new Composed(name, version, language, subject.map(line -> Blanks.fillPlain(line, lookUp)),
                Blanks.fillPlain(text, lookUp));
        // Values come from a lender's file: a name of a lender can say what no template may.
        List<String> flaws = new ArrayList<>();
        spoken(composed.text(), language, flaws);
        if (channel == Channel.SMS) {
            smsFlaws(composed.text(), language, flaws);
        }
        composed.subject()
                .ifPresent(line -> language.telling(line)
                        .ifPresent(words -> flaws.add("'" + words
                                + "' in the subject tells of the debt")));
        if (!flaws.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", flaws));
        }
        return composed;
    }

    /** A text that can be sent. */
    public record Composed(String template, String version, Language language, Optional<String> subject, String text) {}
}
