package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of actions that never leave; those that do are tested with a manager port. */
class ActionSenderTest {
    private final List<Words> failures = new CopyOnWriteArrayList<>();
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
        assertThat(failures.getFirst().en()).contains("lost before this was sent");
        assertThat(sender.oldestWait()).isEmpty();
    }

    @Test
    void anActionThatWasAskedForTooLongAgoIsNotSent() {
        long longAgo = System.nanoTime() - Duration.ofSeconds(2).toNanos();

        sender.send(Outgoing.perishing(AmiActions.ping(), longAgo), failures::add);

        await().until(() -> failures.size() == 1);
        assertThat(failures).containsExactly(
                new Words("it could not be sent to the PBX within 1000 ms and is too late now",
                        "1000 毫秒内未能发往 PBX，已过时效"));
    }

    @Test
    void anActionAfterTheEndFailsAtOnce() {
        sender.close();

        sender.send(Outgoing.now(AmiActions.ping()), failures::add);

        assertThat(failures).containsExactly(Switchboard.DOWN);
        assertThat(sender.oldestWait()).isEmpty();
    }
}
