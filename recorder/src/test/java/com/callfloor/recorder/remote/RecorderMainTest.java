package com.callfloor.recorder.remote;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class RecorderMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesEveryKey() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString(UTF_8)).contains("Usage:", "dialer_url", "token_file", "spool", "debtor_side",
                "poll_seconds", "parallelism", "missing_after_seconds", "allow_plain_http");
    }

    @Test
    void wrongArguments_areAnErrorThatLeadsToHelp() {
        assertThat(run("--confg", "x")).isEqualTo(2);

        assertThat(err.toString(UTF_8)).startsWith("recorder: cannot make sense of '--confg x'").contains("--help");
    }

    @Test
    void withoutConfiguration_itSaysWhatIsMissing() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString(UTF_8)).contains("remote_recorder.dialer_url is missing");
    }

    private int run(String... args) {
        return RecorderMain.run(List.of(args), Map.of(), new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
