package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.GatewaySection;
import com.callfloor.dialer.config.FloorConfig.MessagesSection;
import com.callfloor.dialer.config.FloorConfig.ReportsSection;
import com.callfloor.dialer.config.MessageFile;
import com.callfloor.dialer.gateway.HttpGateway;
import com.callfloor.dialer.gateway.HttpGatewaySettings;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Accepted;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Content;
import com.callfloor.dialer.gateway.HttpGatewaySettings.Proof;
import com.callfloor.dialer.gateway.HttpGatewaySettings.ReportSettings;
import com.callfloor.dialer.messages.Gateway;
import com.callfloor.dialer.messages.MessageBook;
import com.callfloor.dialer.messages.MessageComposer;
import com.callfloor.dialer.messages.MessageDesk;
import com.callfloor.dialer.messages.MessageSettings;
import com.callfloor.dialer.messages.SendingPlan;
import com.callfloor.dialer.messages.TemplateLibrary;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.strategy.EscalationRound;
import com.callfloor.dialer.strategy.Escalations;
import com.callfloor.dialer.strategy.StagePlan;
import com.callfloor.dialer.strategy.Step;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.web.StrategyBooks;

/** The messages that the floor sends: their gateways, templates and the desk over both. */
final class Messages implements AutoCloseable {
    private static final String WHERE = "config/floor.yaml, messages";

    final MessageDesk desk;
    private final List<HttpGateway> gateways;

    private Messages(MessageDesk desk, List<HttpGateway> gateways) {
        this.desk = desk;
        this.gateways = gateways;
    }

    static Messages load(Home home, FloorConfig config, Clock clock, MessageBook book, CallerNames caller)
            throws ConfigProblem {
        MessagesSection section = config.messages();
        TemplateLibrary templates = new MessageFile().readAll(home.messages());
        List<HttpGateway> gateways = new ArrayList<>();
        for (int i = 0; i < section.gateways().size(); i++) {
            gateways.add(gateway(home, config.floor().country(), section.gateways().get(i),
                    WHERE + ".gateways[" + i + "]: "));
        }
        checkReminders(section);
        try {
            return new Messages(new MessageDesk(book, templates, new MessageComposer(templates, caller),
                    settings(section), List.<Gateway>copyOf(gateways), clock), gateways);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(WHERE + ": " + e.getMessage());
        }
    }

    /** Where there are gateways, reminders are meant to go out. */
    private static void checkReminders(MessagesSection section) throws ConfigProblem {
        boolean carried = section.gateways()
                .stream()
                .anyMatch(gateway -> gateway.channels().contains(section.remindBy()));
        if (!section.gateways().isEmpty() && !carried) {
            throw new ConfigProblem(WHERE + ".remind_by: no gateway carries " + section.remindBy()
                    + "; name a channel that one of " + WHERE + ".gateways carries");
        }
        for (int i = 0; i < section.gateways().size(); i++) {
            GatewaySection gateway = section.gateways().get(i);
            Duration longest = gateway.connectTimeout().plus(gateway.timeout());
            if (longest.compareTo(section.latestArrival()) > 0) {
                throw new ConfigProblem(WHERE + ".gateways[" + i + "]: connect_timeout and timeout are "
                        + longest.toSeconds() + " s together, longer than " + WHERE + ".latest_arrival: a message"
                        + " could go out after its hours; shorten them");
            }
        }
    }

    private static MessageSettings settings(MessagesSection section) {
        return new MessageSettings(channel(section.remindBy()), section.latestArrival(),
                new SendingPlan(section.tries(), section.backOff()));
    }

    /** The ladder's text messages go by a gateway, its other steps become tasks. */
    EscalationRound escalations(StrategyBooks strategies, Escalations tasks) throws ConfigProblem {
        for (Strategy strategy : strategies.strategies().all()) {
            for (StagePlan plan : strategy.plans().values()) {
                if (plan.escalations().stream().anyMatch(each -> each.step() == Step.SMS)
                        && !desk.carries(Channel.SMS)) {
                    throw new ConfigProblem("config/strategies/" + strategy.name() + ".yaml, stages."
                            + plan.stage().code()
                            + ".escalations: sms needs a gateway under messages.gateways in config/floor.yaml; add one, or "
                            + "take the step out");
                }
            }
        }
        return new EscalationRound(strategies.strategies(), strategies.cases(), (id, step, date) -> {
            if (step == Step.SMS) {
                desk.planStep(id, date);
            } else {
                tasks.due(id, step, date);
            }
        });
    }

    private static HttpGateway gateway(Home home, String country, GatewaySection section, String where)
            throws ConfigProblem {
        try {
            return new HttpGateway(new HttpGatewaySettings(section.name(), country,
                    section.channels().stream().map(Messages::channel).collect(Collectors.toUnmodifiableSet()),
                    new URI(section.url()), section.method(), section.headers(),
                    word(Content.values(), section.content(), "content"), section.body(),
                    secret(home, section.token(), section.tokenFile()), section.connectTimeout(),
                    section.timeout(), section.idempotent(),
                    new Accepted(section.accepted().field(), section.accepted().values()), section.messageId(),
                    reports(home, section.reports())));
        } catch (IllegalArgumentException | URISyntaxException | IOException e) {
            throw new ConfigProblem(where + e.getMessage());
        }
    }

    private static ReportSettings reports(Home home, ReportsSection section) throws IOException {
        return new ReportSettings(secret(home, section.secret(), section.secretFile()), section.header(),
                word(Proof.values(), section.proof(), "reports.proof"), section.list(), section.reference(),
                section.id(), section.status(), Set.copyOf(section.delivered()), Set.copyOf(section.failed()),
                section.from(), section.text());
    }

    /** A file's first line where one is named: secrets belong into no file that is shared. */
    private static String secret(Home home, String given, String file) throws IOException {
        if (file.isBlank()) {
            return given;
        }
        if (!given.isBlank()) {
            throw new IllegalArgumentException("a secret stands both in the file and in " + file + "; leave one");
        }
        Path path = home.resolve(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("there is no file " + file + " with a secret in its first line");
        }
        return Files.readString(path).lines().findFirst().orElse("").strip();
    }

    private static Channel channel(String code) {
        return Channel.ofCode(code)
                .filter(Channel::isMessage)
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + code + "' is no channel of messages; sms and email are"));
    }

    private static <E extends Enum<E>> E word(E[] known, String text, String key) {
        for (E each : known) {
            if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException(key + ": '" + text + "' is not one of "
                + List.of(known)
                        .stream()
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public void close() {
        gateways.forEach(HttpGateway::close);
    }
}
