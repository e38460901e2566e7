package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A floor's thread that runs when the test says so. */
final class ManualFloorThread implements FloorThread {
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private final List<Runnable> periodic = new ArrayList<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    @Override
    public void every(Duration period, Runnable task) {
        periodic.add(task);
    }

    void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }

    void tick() {
        periodic.forEach(Runnable::run);
        runAll();
    }
}
