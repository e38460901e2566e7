package com.callfloor.recorder.remote;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The recorder's own process. Runs until it is told to end by SIGTERM or Ctrl-C. */
public final class RecorderMain {
    private static final int OK = 0;
    private static final int WRONG_USE = 2;
    private static final String LOG_CONFIGURATION = "logback.configurationFile";
    private static final String HELP = """
            Usage: java -jar recorder-standalone.jar [--config FILE]

            Takes recordings in from the spool of a PBX on this machine and hands them to the dialer.

              --config FILE  YAML with a section remote_recorder:
                 dialer_url             the dialer's address, https unless on this machine
                 token_file or token    a bearer token of the dialer's API
                 spool                  the PBX's monitor folder
                 debtor_side            channel of the debtor in raw files: left (default) or right
                 poll_seconds           pause between two looks, default 5
                 parallelism            uploads at once, default 2
                 missing_after_seconds  given up so long after the call's end, default 600
                 allow_plain_http       true: unencrypted to another machine, default false
              --help         this

            Each key can be given as FLOOR_REMOTE_RECORDER_<KEY> in the environment too, which goes above the file.
            """;

    private RecorderMain() {}

    public static void main(String[] args) {
        // Before the first logger exists. Only here: as a library this jar leaves logging to its host.
        if (System.getProperty(LOG_CONFIGURATION) == null) {
            System.setProperty(LOG_CONFIGURATION, "com/callfloor/recorder/remote/logback.xml");
        }
        System.exit(run(List.of(args), System.getenv(), System.out, System.err));
    }

    static int run(List<String> args, Map<String, String> env, PrintStream out, PrintStream err) {
        if (args.equals(List.of("--help"))) {
            out.print(HELP);
            return OK;
        }
        try {
            RemoteSettings settings = RemoteSettingsReader.read(configFile(args), env);
            out.println("Recorder: " + settings);
            runUntilTold(settings);
            return OK;
        } catch (ConfigException e) {
            err.println("recorder: " + e.getMessage());
            return WRONG_USE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OK;
        }
    }

    private static Optional<Path> configFile(List<String> args) throws ConfigException {
        if (args.isEmpty()) {
            return Optional.empty();
        }
        if (args.size() == 2 && args.getFirst().equals("--config")) {
            return Optional.of(Path.of(args.getLast()));
        }
        throw new ConfigException("cannot make sense of '" + String.join(" ", args) + "'; --help tells what there is");
    }

    private static void runUntilTold(RemoteSettings settings) throws InterruptedException {
        RemoteRecorder recorder = new RemoteRecorder(settings, InstantSource.system(), new LogListener());
        Runtime.getRuntime().addShutdownHook(new Thread(recorder::close, "ending"));
        recorder.start();
        new CountDownLatch(1).await();
    }
}
