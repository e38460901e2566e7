package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLSocketFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of actions that never leave; those that do are tested with a manager port. */
class ActionSenderTest {
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final PbxSettings settings = new PbxSettings("127.0.0.1", 1, "u", "s", false, PbxSettings.DEBTOR_CONTEXT,
            PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL);
    private final ActionSender sender = new ActionSender(
            new AmiConnection(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), () -> {
            }),
            Duration.ofSeconds(1), new LinkCounters());

    @AfterEach
    void end() {
        sender.close();
    }

    @Test
    void anActionForAConnectionThatIsNotThereFailsAndIsNotWaitedFor() {
        sender.send(Outgoing.now(AmiActions.ping()), failures::add);

        await().until(() -> failures.size() == 1);
        assertThat(failures.getFirst()).contains("lost before this was sent");
        assertThat(sender.oldestWait()).isEmpty();
    }

    @Test
    void anActionThatWasAskedForTooLongAgoIsNotSent() {
        long longAgo = System.nanoTime() - Duration.ofSeconds(2).toNanos();

        sender.send(Outgoing.perishing(AmiActions.ping(), longAgo), failures::add);

        await().until(() -> failures.size() == 1);
        assertThat(failures.getFirst()).contains("too late");
    }

    @Test
    void anActionAfterTheEndFailsAtOnce() {
        sender.close();

        sender.send(Outgoing.now(AmiActions.ping()), failures::add);

        assertThat(failures).containsExactly("the link to the PBX is down");
        assertThat(sender.oldestWait()).isEmpty();
    }
}
