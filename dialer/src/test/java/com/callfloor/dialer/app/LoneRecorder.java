package com.callfloor.dialer.app;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import com.callfloor.recorder.remote.RecorderMain;

/** The recorder's own program beside the PBX: it sees the spool, and the dialer by HTTP only. */
final class LoneRecorder {
    private LoneRecorder() {}

    static Process start(FloorParts parts, URI dialer) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        var command = new ProcessBuilder(java, "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                RecorderMain.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(parts.home.root().resolve("recorder.log").toFile()));
        command.environment()
                .putAll(Map.of("FLOOR_REMOTE_RECORDER_DIALER_URL", dialer.toString(),
                        "FLOOR_REMOTE_RECORDER_TOKEN_FILE", parts.home.apiToken().toString(),
                        "FLOOR_REMOTE_RECORDER_SPOOL", parts.pbx.recordings().toString(),
                        "FLOOR_REMOTE_RECORDER_POLL_SECONDS", "1"));
        return command.start();
    }
}
