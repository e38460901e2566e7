package com.callfloor.dialer.web.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.supervision.AgentWish;
import com.callfloor.dialer.supervision.CallControl;
import com.callfloor.dialer.supervision.CampaignLimits;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.DialingView;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.ListenMode;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.supervision.SkipReason;
import com.callfloor.dialer.trunks.TrunkLimits;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.words.Words;

/** A floor that shows what the test gives it, notes what it is asked and replies as told. */
public final class FakeFloor implements FloorWatch, FloorControl, CallControl {
    public final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile CompletionStage<FloorReply> reply = CompletableFuture.completedFuture(new FloorReply.Accepted());
    public volatile List<TrunkView> trunks = List.of();
    public volatile Optional<DialingView.Shut> shut = Optional.empty();
    public volatile List<OutsideDestination> outside = List.of();
    public volatile boolean broken;
    private final List<Consumer<FloorChange>> listeners = new CopyOnWriteArrayList<>();
    private volatile FloorSnapshot snapshot = Samples.quietFloor();

    public void refuse(FloorReply.Refusal code, Words why) {
        reply = CompletableFuture.completedFuture(new FloorReply.Refused(code, why));
    }

    public synchronized void show(UnaryOperator<FloorSnapshot> change) {
        snapshot = change.apply(snapshot);
    }

    public void tell(FloorChange change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    public boolean heard() {
        return !listeners.isEmpty();
    }

    @Override
    public FloorSnapshot current() {
        if (broken) {
            throw new IllegalStateException("a secret fault");
        }
        return snapshot;
    }

    @Override
    public CompletionStage<List<TrunkView>> trunks() {
        return CompletableFuture.completedFuture(trunks);
    }

    @Override
    public CompletionStage<Map<String, Words>> lostRegistrations() {
        return CompletableFuture.completedFuture(Map.of());
    }

    @Override
    public CompletionStage<Optional<DialingView>> dialing(String campaign) {
        return CompletableFuture.completedFuture(snapshot.campaigns()
                .stream()
                .filter(each -> each.id().equals(campaign))
                .findFirst()
                .map(each -> new DialingView(each, false, shut, 2, 1, 0,
                        Optional.of(new Words("2 agents free", "2 名坐席空闲")), Optional.empty(), 10, trunks)));
    }

    @Override
    public Subscription subscribe(Consumer<FloorChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public CompletionStage<FloorReply> agentState(AgentId agent, AgentWish wish) {
        return note("state " + agent.value() + " " + wish);
    }

    @Override
    public CompletionStage<FloorReply> hangUp(AttemptId attempt, Requester by) {
        return note("hangup " + attempt + " " + by);
    }

    @Override
    public CallControl talks() {
        return this;
    }

    @Override
    public CompletionStage<FloorReply> hold(AttemptId attempt, Requester by) {
        return note("hold " + attempt + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> resume(AttemptId attempt, Requester by) {
        return note("resume " + attempt + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> press(AttemptId attempt, Requester by, Digits digits) {
        return note("press " + digits.keys() + " " + attempt + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> transfer(AttemptId attempt, Requester by, AgentId to, TransferKind kind) {
        return note("transfer " + attempt + " to " + to.value() + " " + kind + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> transferToSupervisor(AttemptId attempt, Requester by, Agent supervisor,
            TransferKind kind) {
        return note("transfer " + attempt + " to supervisor " + supervisor.id().value() + " " + kind + " " + by);
    }

    @Override
    public CompletionStage<List<OutsideDestination>> outsideDestinations(AttemptId attempt, Requester by) {
        asked.add("outside " + attempt + " " + by);
        return CompletableFuture.completedFuture(outside);
    }

    @Override
    public CompletionStage<FloorReply> transferOutside(AttemptId attempt, Requester by, String destination) {
        return note("outside " + attempt + " to " + destination + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> acceptTransfer(AttemptId attempt, Agent supervisor) {
        return note("accept " + attempt + " " + supervisor.id().value() + " " + supervisor.extension());
    }

    @Override
    public CompletionStage<FloorReply> confer(AttemptId attempt, Requester by) {
        return note("confer " + attempt + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> completeTransfer(AttemptId attempt, Requester by) {
        return note("complete " + attempt + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> cancelTransfer(AttemptId attempt, Requester by) {
        return note("cancel " + attempt + " " + by);
    }

    @Override
    public CompletionStage<FloorReply> dispose(AttemptId attempt, AgentId agent, WrapUp wrapUp) {
        String details = wrapUp.details().words().en();
        return note("dispose " + attempt + " " + agent.value() + " " + wrapUp.disposition() + " " + wrapUp.note()
                + (details.isEmpty() ? "" : " (" + details + ")"));
    }

    @Override
    public CompletionStage<FloorReply> listenIn(AgentId supervisor, Extension phone, AgentId agent, ListenMode mode) {
        return note("listen " + supervisor.value() + " " + phone + " " + agent.value() + " " + mode);
    }

    @Override
    public CompletionStage<FloorReply> bargeIn(AgentId agent, Agent supervisor) {
        return note("barge " + supervisor.id().value() + " " + supervisor.extension() + " " + agent.value());
    }

    @Override
    public CompletionStage<FloorReply> takeOver(AttemptId attempt, Agent supervisor) {
        return note("take over " + attempt + " " + supervisor.id().value() + " " + supervisor.extension());
    }

    @Override
    public CompletionStage<FloorReply> pauseRecording(AgentId agent, boolean paused) {
        return note((paused ? "pause" : "resume") + " recording " + agent.value());
    }

    @Override
    public CompletionStage<FloorReply> callPreviewed(AttemptId preview, AgentId agent) {
        return note("call " + preview + " " + agent.value());
    }

    @Override
    public CompletionStage<FloorReply> skip(AttemptId preview, AgentId agent, SkipReason reason) {
        return note("skip " + preview + " " + agent.value() + " " + reason);
    }

    @Override
    public CompletionStage<FloorReply> call(CaseId caseId, AgentId agent) {
        return note("call case " + caseId.value() + " " + agent.value());
    }

    @Override
    public CompletionStage<FloorReply> headset(AgentId agent, Extension phone) {
        return note("headset " + agent.value() + " " + phone);
    }

    @Override
    public void phoneGone(Extension phone) {
        asked.add("gone " + phone);
    }

    @Override
    public CompletionStage<FloorReply> admitPhone(Extension phone, String secret) {
        return note("admit " + phone);
    }

    @Override
    public void barPhone(Extension phone, String secret) {
        asked.add("bar " + phone);
    }

    @Override
    public void staffChanged(List<Agent> agents) {
        asked.add("agents " + agents.size());
    }

    @Override
    public CompletionStage<FloorReply> mode(String campaign, CampaignMode mode) {
        return note("mode " + campaign + " " + mode);
    }

    @Override
    public CompletionStage<FloorReply> limits(String campaign, CampaignLimits limits) {
        return note("limits " + campaign + " " + limits.lines() + " " + limits.ringing() + " "
                + limits.abandonTarget());
    }

    @Override
    public CompletionStage<FloorReply> order(List<String> campaigns) {
        return note("order " + String.join(",", campaigns));
    }

    @Override
    public CompletionStage<FloorReply> trunkLimits(String trunk, TrunkLimits limits) {
        return note("trunk " + trunk + " " + limits.channels() + " " + limits.callsPerSecond() + " " + limits.open());
    }

    @Override
    public void casesClosed(Set<CaseId> cases, ClosedBecause why) {
        asked.add("closed " + cases + " " + why);
    }

    @Override
    public void casesReopened(Set<CaseId> cases) {
        asked.add("reopened " + cases);
    }

    private CompletionStage<FloorReply> note(String request) {
        asked.add(request);
        return reply;
    }
}
