package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.supervision.FloorWatch.Subscription;
import com.callfloor.dialer.supervision.alerts.Alert;
import com.callfloor.dialer.supervision.alerts.AlertBoard;
import com.callfloor.dialer.supervision.alerts.AlertBook;
import com.callfloor.dialer.supervision.alerts.Concern;
import org.jspecify.annotations.Nullable;

/** Alerts in memory, all of which stand. */
public final class FakeAlerts implements AlertBoard, AlertBook {
    private final List<Alert> alerts = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** Raises one and tells of it. */
    @Override
    public Alert raise(Concern concern, Instant at) {
        Alert raised;
        synchronized (this) {
            raised = new Alert(alerts.size() + 1, concern.kind(), concern.subject(), concern.name(),
                    concern.figures(), at, null, null, null);
            alerts.add(raised);
        }
        listeners.forEach(Runnable::run);
        return raised;
    }

    @Override
    public synchronized List<Alert> active() {
        return List.copyOf(alerts.reversed());
    }

    @Override
    public List<Alert> standing() {
        return active();
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public boolean acknowledge(long id, long user, String name, Instant at) {
        synchronized (this) {
            if (id > alerts.size()) {
                return false;
            }
            Alert old = alerts.get((int) id - 1);
            alerts.set((int) id - 1, new Alert(id, old.kind(), old.subject(), old.name(), old.figures(),
                    old.raisedAt(), null, at, name));
        }
        listeners.forEach(Runnable::run);
        return true;
    }

    @Override
    public boolean acknowledge(long id, long user, Instant at) {
        return acknowledge(id, user, "Somebody", at);
    }

    @Override
    public void clear(long id, Instant at) {
        throw new UnsupportedOperationException("no test clears one");
    }

    @Override
    public List<Alert> page(@Nullable Long before, int limit) {
        return active().stream().filter(one -> before == null || one.id() < before).limit(limit).toList();
    }
}
