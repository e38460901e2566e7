package com.callfloor.dialer.web.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.MessageFile;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Gateway;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.messages.Message;
import com.callfloor.dialer.messages.MessageBook;
import com.callfloor.dialer.messages.MessageComposer;
import com.callfloor.dialer.messages.MessageDesk;
import com.callfloor.dialer.messages.MessageId;
import com.callfloor.dialer.messages.MessagePurpose;
import com.callfloor.dialer.messages.MessageSettings;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.messages.Recipient;
import com.callfloor.dialer.messages.SendingPlan;
import com.callfloor.dialer.messages.TemplateLibrary;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.EngineRules;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.CallerNames;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** An book and a gateway that note what they are asked; case 5 is the only one. */
public final class FakeMessages implements MessageBook {
    public static final String SECRET = "a secret of the provider";
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile boolean refuses;
    private final MessageId id = MessageId.parse("6fd2a7f2-6c5e-4f0e-9d86-3f6a3d0d8a01").orElseThrow();

    MessageDesk desk() {
        try {
            TemplateLibrary templates = new MessageFile().readAll(Path.of("..", "config", "messages"));
            return new MessageDesk(this, templates,
                    new MessageComposer(templates,
                            new CallerNames("the service centre", "晨星客户服务中心", "021 6000 0000", Language.ZH_CN)),
                    new MessageSettings(Channel.SMS, Duration.ZERO, new SendingPlan(1, Duration.ofSeconds(1))),
                    List.of(new Noting()), Clock.systemUTC());
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes everything, and reports that hold the secret. */
    private final class Noting implements Gateway {
        @Override
        public String name() {
            return "sms-house";
        }

        @Override
        public Set<Channel> channels() {
            return Set.of(Channel.SMS);
        }

        @Override
        public boolean idempotent() {
            return true;
        }

        @Override
        public Duration longestTry() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Handed send(Outgoing message) {
            asked.add("send " + message.recipient().masked() + " " + message.text());
            return new Handed.Taken(Optional.of("p1"));
        }

        @Override
        public List<Incoming> read(UnaryOperator<@Nullable String> header, byte[] body) throws NotAuthentic {
            if (!SECRET.equals(header.apply("X-Secret"))) {
                throw new NotAuthentic("the header X-Secret does not prove the report");
            }
            return List.of(new Incoming.Report(Optional.of(id), Optional.empty(), true,
                    new String(body, StandardCharsets.UTF_8)));
        }
    }

    @Override
    public int planReminders(Channel channel, Instant now, int most) {
        return 0;
    }

    @Override
    public boolean planStep(CaseId caseId, LocalDate on, Channel channel, Instant now) {
        return false;
    }

    @Override
    public Optional<MessageId> planByHand(ByHand wish, String by, Instant now) {
        asked.add("plan " + wish.template() + " " + wish.channel() + " " + by);
        return wish.caseId().value() == 5 ? Optional.of(id) : Optional.empty();
    }

    @Override
    public List<MessageId> due(List<Channel> channels, Instant now, int most) {
        return List.of();
    }

    @Override
    public Begun begin(MessageId begun, MessageComposer composer, String gateway, Duration latestArrival) {
        return refuses
                ? new Begun.NotNow(MessageState.REFUSED, Words.same("NO-RECIPIENT"), Optional.of(denial()))
                : new Begun.Send(new Gateway.Outgoing(id, Channel.SMS,
                        new Recipient.Phone(new PhoneNumber("+8613800000001")), Optional.empty(), "hello"), 1, false);
    }

    private static Decision denial() {
        return new Decision(Samples.NOW, new Verdict.Deny(),
                List.of(EngineRules.finding(new Reason.NoRecipient(Channel.SMS))), Set.of());
    }

    @Override
    public void after(MessageId sent, SendingPlan.After after, Instant now) {
        asked.add("after " + after.state());
    }

    @Override
    public int recover(String gateway, boolean idempotent, Instant before, Instant now) {
        return 0;
    }

    @Override
    public boolean report(String gateway, Incoming.Report report, Instant now) {
        asked.add("report " + gateway + " " + report.words());
        return true;
    }

    @Override
    public boolean optOut(Recipient from, Words evidence, Instant now) {
        return false;
    }

    @Override
    public List<Message> of(CaseId caseId) {
        return caseId.value() == 5 ? List.of(message()) : List.of();
    }

    @Override
    public Optional<Message> byId(MessageId wanted) {
        return Optional.of(message());
    }

    private Message message() {
        return new Message(id, new CaseId(5), Channel.SMS, MessagePurpose.BY_HAND, "payment_due", Optional.of("1"),
                Optional.of("zh-CN"), MessageState.SENT, Optional.of(new Words("the gateway took it", "网关已接收")),
                Optional.of("138****0001"),
                Optional.empty(), Optional.of("hello"), Samples.NOW, Optional.of("li"), Optional.empty(),
                Optional.of(Samples.NOW), Optional.empty(), 1, Optional.of(7L),
                List.of(new Message.Change(Samples.NOW, MessageState.SENT, Optional.empty())));
    }

    @Override
    public Optional<Preview> preview(ByHand wish, MessageComposer composer, Duration latestArrival, Instant now) {
        return wish.caseId().value() == 5
                ? Optional
                        .of(new Preview(Optional.of("138****0001"), Optional.empty(),
                                Optional.of(new Words("a flaw", "缺陷")), denial()))
                : Optional.empty();
    }

    @Override
    public boolean noteEmail(CaseId caseId, EmailAddress address, boolean work, String evidence, String by,
            Instant now) {
        asked.add("email " + address.address() + " " + work + " " + evidence);
        return caseId.value() == 5;
    }
}
