package com.callfloor.dialer.messages;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;

/**
 * A message as people may see it.
 *
 * @param language BCP 47; empty until it is composed, unless somebody chose one
 * @param recipient masked; empty until one was chosen
 * @param text as it was sent; empty before
 * @param plannedBy sign-in of who sent it by hand
 * @param nextAt when it is looked at again
 * @param decision id of what the rules said last
 * @param changes oldest first
 */
public record Message(MessageId id, CaseId caseId, Channel channel, MessagePurpose purpose, String template,
        Optional<String> templateVersion, Optional<String> language, MessageState state, Optional<Words> reason,
        Optional<String> recipient, Optional<String> subject, Optional<String> text, Instant plannedAt,
        Optional<String> plannedBy, Optional<Instant> nextAt, Optional<Instant> sentAt, Optional<Instant> settledAt,
        int tries, Optional<Long> decision, List<Change> changes) {
    public Message {
        changes = List.copyOf(changes);
    }

    /** That it came into a state, and why. */
    public record Change(Instant at, MessageState state, Optional<Words> reason) {}
}
