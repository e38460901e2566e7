package com.callfloor.dialer.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Proof;
import com.callfloor.dialer.gateway.HttpGatewaySettings.ReportSettings;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Gateway.NotAuthentic;
import com.callfloor.dialer.messages.Gateway.Unreadable;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.Recipient;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads what a provider posts: whether it is the provider, and what it means. */
final class ReportReader {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final int LONGEST_WORDS = 200;

    private final ReportBody bodies = new ReportBody();
    private final ReportSettings settings;
    private final String country;

    /** @throws IllegalArgumentException if a field is no JSON pointer */
    ReportReader(ReportSettings settings, String country) {
        this.settings = settings;
        this.country = country;
        for (String field : List.of(settings.list(), settings.reference(), settings.id(), settings.status(),
                settings.from(), settings.text())) {
            JsonPointer.compile(field);
        }
    }

    List<Incoming> read(UnaryOperator<@Nullable String> header, byte[] body) throws NotAuthentic, Unreadable {
        prove(header, body);
        JsonNode found = bodies.read(header.apply("Content-Type"), body).at(settings.list());
        if (!(found.isObject() || found.isArray())) {
            throw new Unreadable("there is no report at '" + settings.list() + "' of the body");
        }
        List<Incoming> all = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(each -> all.add(one(each)));
        } else {
            all.add(one(found));
        }
        return all;
    }

    private void prove(UnaryOperator<@Nullable String> header, byte[] body) throws NotAuthentic {
        if (settings.secret().isEmpty()) {
            throw new NotAuthentic("no reports are taken from this gateway: its reports.secret is not set");
        }
        String given = header.apply(settings.header());
        if (given == null) {
            throw new NotAuthentic("the header " + settings.header() + " is missing");
        }
        String expected = settings.secret();
        String shown = given.strip();
        if (settings.proof() == Proof.HMAC_SHA256) {
            expected = HexFormat.of().formatHex(mac(body));
            shown = shown.toLowerCase(Locale.ROOT);
            shown = shown.startsWith(PREFIX) ? shown.substring(PREFIX.length()) : shown;
        }
        // In constant time: how long it takes must not tell how much was guessed.
        if (!MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8))) {
            throw new NotAuthentic("the header " + settings.header() + " does not prove the report");
        }
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(settings.secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java", e);
        }
    }

    private Incoming one(JsonNode report) {
        Optional<String> from = text(report, settings.from());
        Optional<String> words = text(report, settings.text());
        if (from.isPresent() && words.isPresent()) {
            return recipient(from.get()).<Incoming>map(who -> new Incoming.Answer(who, words.get()))
                    .orElseGet(() -> new Incoming.Nothing("an answer from nobody that can be read"));
        }
        Optional<MessageId> reference = text(report, settings.reference()).flatMap(MessageId::parse);
        Optional<String> id = text(report, settings.id());
        String status = text(report, settings.status()).orElse("");
        boolean arrived = settings.delivered().contains(status);
        if ((reference.isEmpty() && id.isEmpty()) || !(arrived || settings.failed().contains(status))) {
            return new Incoming.Nothing(status);
        }
        return new Incoming.Report(reference, id, arrived, status);
    }

    private Optional<Recipient> recipient(String text) {
        if (text.contains("@")) {
            // Some providers tell it with a name: Li Na <li@example.com>.
            String address = text.substring(text.lastIndexOf('<') + 1).replaceFirst(">\\s*$", "");
            return EmailAddress.parse(address).map(Recipient.Mail::new);
        }
        return PhoneNumber.parse(text, country).map(Recipient.Phone::new);
    }

    static Optional<String> text(JsonNode node, String pointer) {
        if (pointer.isEmpty()) {
            return Optional.empty();
        }
        JsonNode found = node.at(pointer);
        String text = found.isValueNode() && !found.isNull() ? found.asText() : "";
        return text.isBlank()
                ? Optional.empty()
                : Optional.of(text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) : text);
    }
}
