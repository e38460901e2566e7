package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.supervision.ListenMode;

/** Notes what was asked of it; the test tells what happens. The real PBX is behind the same port in the *IT tests. */
final class FakePbx implements Pbx {
    final List<DialRequest> dialed = new ArrayList<>();
    final List<LegId> rung = new ArrayList<>();
    final List<Join> joined = new ArrayList<>();
    final List<AttemptId> hungUp = new ArrayList<>();
    final List<AttemptId> asked = new ArrayList<>();
    final List<AttemptId> optOutsForgotten = new ArrayList<>();
    final List<RecordingMute> mutes = new ArrayList<>();
    final List<AttemptId> held = new ArrayList<>();
    final List<AttemptId> leftAlone = new ArrayList<>();
    final List<List<LegId>> consulted = new ArrayList<>();
    final List<LegId> parted = new ArrayList<>();
    final List<Conference> conferred = new ArrayList<>();
    final List<String> pressed = new ArrayList<>();
    final List<Admission> admissions = new ArrayList<>();
    final List<LegId> legsHungUp = new ArrayList<>();
    final List<OutsideRequest> outside = new ArrayList<>();
    final List<OutsideConsultation> outsideConsulted = new ArrayList<>();
    final List<OutsideLeg> putThrough = new ArrayList<>();
    final List<OutsideLeg> outsideHungUp = new ArrayList<>();
    int snapshotsAsked;
    private Consumer<PbxEvent> listener = event -> {
    };

    record OutsideConsultation(LegId agent, OutsideLeg other) {}

    record Join(AttemptId attempt, LegId leg) {}

    record Admission(long request, Extension phone, String secret) {}

    record Conference(AttemptId attempt, LegId one, LegId other) {}

    record RecordingMute(AttemptId attempt, boolean muted) {}

    void tell(PbxEvent event) {
        listener.accept(event);
    }

    @Override
    public void open(Consumer<PbxEvent> floor) {
        listener = floor;
    }

    @Override
    public void dial(DialRequest request) {
        dialed.add(request);
    }

    @Override
    public void ringAgent(LegId leg, Extension extension) {
        rung.add(leg);
    }

    @Override
    public void connect(AttemptId attempt, LegId leg) {
        joined.add(new Join(attempt, leg));
    }

    @Override
    public void pauseRecording(AttemptId attempt, boolean paused) {
        mutes.add(new RecordingMute(attempt, paused));
    }

    @Override
    public void forgetOptOut(AttemptId attempt) {
        optOutsForgotten.add(attempt);
    }

    @Override
    public void ask(AttemptId attempt) {
        asked.add(attempt);
    }

    @Override
    public void hold(AttemptId attempt, Duration atMost) {
        held.add(attempt);
    }

    @Override
    public void leaveAlone(AttemptId attempt) {
        leftAlone.add(attempt);
    }

    @Override
    public void consult(LegId one, LegId other) {
        consulted.add(List.of(one, other));
    }

    @Override
    public void confer(AttemptId attempt, LegId one, LegId other) {
        conferred.add(new Conference(attempt, one, other));
    }

    @Override
    public void part(LegId leg) {
        parted.add(leg);
    }

    @Override
    public void press(AttemptId attempt, Digits digits) {
        pressed.add(digits.keys());
    }

    @Override
    public void admitPhone(long request, Extension phone, String secret) {
        admissions.add(new Admission(request, phone, secret));
    }

    @Override
    public void ringOutside(OutsideRequest request) {
        outside.add(request);
    }

    @Override
    public void consult(LegId one, OutsideLeg other) {
        outsideConsulted.add(new OutsideConsultation(one, other));
    }

    @Override
    public void connect(OutsideLeg leg) {
        putThrough.add(leg);
    }

    @Override
    public void hangUp(OutsideLeg leg) {
        outsideHungUp.add(leg);
    }

    @Override
    public void hangUp(AttemptId attempt) {
        hungUp.add(attempt);
    }

    @Override
    public void hangUp(LegId leg) {
        legsHungUp.add(leg);
    }

    @Override
    public void listenIn(AgentId supervisor, Extension phone, LegId leg, ListenMode mode) {}

    @Override
    public void askForSnapshot() {
        snapshotsAsked++;
    }

    @Override
    public void close() {}
}
