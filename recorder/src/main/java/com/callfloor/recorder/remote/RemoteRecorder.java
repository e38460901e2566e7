package com.callfloor.recorder.remote;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.service.RecorderListener;
import com.callfloor.recorder.service.RecorderService;
import com.callfloor.recorder.service.RecorderSettings;
import com.callfloor.recorder.spool.Spool;

/** Everything that runs in the recorder's own process, put together. */
final class RemoteRecorder implements AutoCloseable {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final HttpClient http;
    private final RecorderService service;

    RemoteRecorder(RemoteSettings settings, InstantSource clock, RecorderListener listener) {
        workers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("intake-", 0).factory());
        timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("timer").factory());
        http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT_WITHIN).build();
        DialerClient dialer = new DialerClient(http, settings.dialer(), settings.token());
        RecorderJson json = new RecorderJson();
        DialerRegister register = new DialerRegister(dialer, json);
        Spool spool = new Spool(settings.spool());
        Intake intake = new Intake(spool, settings.debtorSide(), new DialerHome(dialer, json), register,
                settings.missingAfter(), clock);
        RecorderSettings defaults = RecorderSettings.defaults();
        RecorderSettings pace = new RecorderSettings(settings.parallelism(), settings.poll(), defaults.firstRetry(),
                defaults.slowestRetry(), defaults.closeWithin());
        service = new RecorderService(intake, spool, register, pace, workers, timer, clock, listener);
    }

    void start() {
        service.start();
    }

    /** Looks now; false if the dialer could not be asked, or something is still in hand after that time. */
    boolean drain(Duration within) throws InterruptedException {
        return service.drain(within);
    }

    /** Finishes the uploads under way as far as time allows; the rest stays in the spool for the next start. */
    @Override
    public void close() {
        timer.shutdownNow();
        service.close();
        http.shutdownNow();
        workers.shutdownNow();
    }
}
