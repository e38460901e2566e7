package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.WebhookSection;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Receivers;
import com.callfloor.dialer.webhooks.SigningSecret;

/** The webhook receivers of the configuration, with their secrets. */
final class WebhooksReader {
    private WebhooksReader() {}

    static Receivers read(Home home, FloorConfig config) throws ConfigProblem {
        List<Receiver> receivers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < config.webhooks().size(); i++) {
            WebhookSection section = config.webhooks().get(i);
            String where = "config/floor.yaml: webhooks[" + i + "]: ";
            try {
                receivers.add(new Receiver(section.name(), URI.create(section.url()), kinds(section.events()),
                        Set.copyOf(section.lenders()), secrets(home, section, i)));
            } catch (IllegalArgumentException e) {
                throw new ConfigProblem(where + e.getMessage());
            } catch (IOException e) {
                throw new ConfigProblem(where + "secret_file " + section.secretFile() + " cannot be read: " + e);
            }
            if (!names.add(section.name())) {
                throw new ConfigProblem(where + "another one has the name " + section.name());
            }
        }
        return new Receivers(receivers);
    }

    private static Set<EventKind> kinds(List<String> codes) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        for (String code : codes) {
            kinds.add(EventKind.ofCode(code)
                    .orElseThrow(() -> new IllegalArgumentException("there is no event '" + code + "'; there are: "
                            + Stream.of(EventKind.values())
                                    .filter(kind -> kind != EventKind.TEST)
                                    .map(EventKind::code)
                                    .collect(Collectors.joining(", ")))));
        }
        return kinds;
    }

    private static List<SigningSecret> secrets(Home home, WebhookSection section, int place) throws IOException {
        if (section.secret().isEmpty() == section.secretFile().isEmpty()) {
            throw new IllegalArgumentException("give either secret, best as FLOOR_WEBHOOKS_" + place
                    + "_SECRET, or secret_file");
        }
        String text = section.secret().isEmpty()
                ? Files.readString(home.resolve(section.secretFile()))
                : section.secret();
        return Stream.of(text.strip().split("\\s+")).map(SigningSecret::parse).toList();
    }
}
