package com.callfloor.dialer.messages;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.messages.Gateway.Outgoing;
import com.callfloor.dialer.messages.MessageTemplate.Composed;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;

/**
 * The messages that are kept, from their planning on. Every method blocks on the database; any node may call any of them,
 * and a message is begun by only one of them at a time.
 */
public interface MessageBook {
    /**
     * Plans a message for each reminder that is due, is one by message, and has none yet.
     *
     * @return how many were planned; fewer than {@code most}: none is left for now
     */
    int planReminders(Channel channel, Instant now, int most);

    /** Plans the ladder's step of a day. False if it is planned already, or the case is not open. */
    boolean planStep(CaseId caseId, LocalDate on, Channel channel, Instant now);

    /** Plans what somebody wants sent at once. Empty if there is no such case, or it is not open. */
    Optional<MessageId> planByHand(ByHand wish, String by, Instant now);

    /** Those whose time has come, by channel, the longest due first. */
    List<MessageId> due(List<Channel> channels, Instant now, int most);

    /**
     * Asks the rules and, if they let it go, notes that it is being sent: before the gateway hears of it. The decision is
     * kept whatever it is.
     *
     * @param latestArrival from now to its latest possible arrival
     * @param gateway which is about to send it
     */
    Begun begin(MessageId id, MessageComposer composer, String gateway, Duration latestArrival);

    /** Notes what came of a try. A report that came meanwhile stands. */
    void after(MessageId id, SendingPlan.After after, Instant now);

    /**
     * Sees to messages whose sending began before {@code before} and never ended: a node died. They are planned again where
     * the gateway takes each only once, and in doubt for good where it does not.
     */
    int recover(String gateway, boolean idempotent, Instant before, Instant now);

    /** Notes a provider's report. False if there is no such message of this gateway; a repeated one changes nothing. */
    boolean report(String gateway, Incoming.Report report, Instant now);

    /** Notes that messages are refused there, for everybody who has this number or address. False if nobody has. */
    boolean optOut(Recipient from, Words evidence, Instant now);

    /** A case's messages, newest first. */
    List<Message> of(CaseId caseId);

    Optional<Message> byId(MessageId id);

    /** What a message would be now and what the rules would say; changes nothing. Empty if there is no such case. */
    Optional<Preview> preview(ByHand wish, MessageComposer composer, Duration latestArrival, Instant now);

    /**
     * Notes a debtor's address, or that a known one is of another kind. False if there is no such case.
     *
     * @param work whether others may read there; messages never go there
     */
    boolean noteEmail(CaseId caseId, EmailAddress address, boolean work, String evidence, String by, Instant now);

    /** {@code language}: BCP 47; empty: the case's own. */
    record ByHand(CaseId caseId, String template, Channel channel, Optional<String> language) {}

    /**
     * A message that is not sent.
     *
     * @param recipient masked; empty where there is none
     * @param composed empty where it cannot be composed, for the reason in {@code flaw}
     */
    record Preview(Optional<String> recipient, Optional<Composed> composed, Optional<Words> flaw, Decision decision) {}

    /** What came of beginning. */
    sealed interface Begun {
        /** {@code tried}: which try this is, from 1. {@code inDoubt}: an earlier one may have gone out. */
        record Send(Outgoing message, int tried, boolean inDoubt) implements Begun {}

        /** Held, refused or cancelled, for the reason that is kept with it; the rules' word where they were asked. */
        record NotNow(MessageState state, Words why, Optional<Decision> decision) implements Begun {}

        /** Somebody else has it, or its time has not come. */
        record NotDue() implements Begun {}
    }
}
