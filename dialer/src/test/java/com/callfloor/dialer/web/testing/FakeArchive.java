package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import org.jspecify.annotations.Nullable;

/** Cases and calls in memory. */
public final class FakeArchive {
    public final List<CaseDirectory.CaseView> cases = new CopyOnWriteArrayList<>();
    public final List<CallLog.CallView> calls = new CopyOnWriteArrayList<>();
    public volatile Runnable beforeAnswer = () -> {
    };

    public CaseDirectory directory() {
        return new CaseDirectory() {
            @Override
            public Optional<CaseView> byRef(String caseRef) {
                beforeAnswer.run();
                return cases.stream().filter(view -> view.card().caseRef().equals(caseRef)).findFirst();
            }

            @Override
            public Optional<CaseView> byId(CaseId id) {
                beforeAnswer.run();
                return cases.stream().filter(view -> view.card().id().equals(id)).findFirst();
            }

            @Override
            public List<CaseView> find(String text, int limit) {
                beforeAnswer.run();
                return cases.stream()
                        .filter(view -> view.card().caseRef().equals(text) || view.debtorRef().equals(text))
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<CaseView> page(@Nullable CaseId after, int limit) {
                beforeAnswer.run();
                return cases.stream()
                        .filter(view -> after == null || view.card().id().value() > after.value())
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<TimelineEntry> timeline(CaseId id) {
                return List.of(new TimelineEntry(Samples.NOW, "attempt", Samples.attempt(1).toString(), "busy", null,
                        null));
            }
        };
    }

    public CallLog callLog() {
        return new CallLog() {
            @Override
            public Optional<CallView> byId(AttemptId id) {
                return calls.stream().filter(call -> call.id().equals(id)).findFirst();
            }

            @Override
            public List<CallView> page(@Nullable CaseId caseId, @Nullable String state, @Nullable AttemptId before,
                    int limit) {
                List<CallView> newestFirst = new ArrayList<>(calls);
                newestFirst.sort(Comparator.comparing(CallView::id).reversed());
                return newestFirst.stream()
                        .filter(call -> caseId == null || call.caseId().equals(caseId))
                        .filter(call -> state == null || call.state().equals(state))
                        .filter(call -> before == null || call.id().compareTo(before) < 0)
                        .limit(limit)
                        .toList();
            }

            @Override
            public List<AnsweredMinute> answersByMinute(String campaign, Instant since) {
                throw new UnsupportedOperationException("not the web's business");
            }

            @Override
            public Totals totals(Instant since) {
                throw new UnsupportedOperationException("not the web's business");
            }
        };
    }
}
