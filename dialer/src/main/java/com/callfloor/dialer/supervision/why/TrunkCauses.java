package com.callfloor.dialer.supervision.why;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.supervision.DialingView;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.trunks.TrunkView.CallerIdView;
import com.callfloor.dialer.words.Words;

/** What the ways out have to do with it. */
final class TrunkCauses {
    private final DialingView floor;
    private final Clockface clock;

    TrunkCauses(DialingView floor, Instant now, ZoneId zone) {
        this.floor = floor;
        this.clock = new Clockface(now, zone);
    }

    List<Cause> all() {
        List<Cause> causes = new ArrayList<>();
        boolean open = floor.shut().isEmpty();
        if (open && floor.room() == 0) {
            causes.add(Cause.stopping("trunks_full", new Words("no trunk has room for a call now", "现在没有线路可用"))
                    .with("trunks", floor.trunks().size()));
        }
        floor.trunks().forEach(trunk -> trunk(trunk).ifPresent(causes::add));
        floor.trunks().forEach(trunk -> callerIds(trunk).ifPresent(causes::add));
        return causes;
    }

    private Optional<Cause> trunk(TrunkView view) {
        String name = view.trunk().name();
        int lines = view.limits().channels();
        if (!view.limits().open()) {
            return Optional.of(Cause.telling("trunk_off", Words.of("trunk %1$s is switched off", "线路 %1$s 已停用", name)));
        }
        if (view.backsOffUntil().isPresent()) {
            return Optional.of(Cause.telling("trunk_rests", Words.of("trunk %1$s rests until %2$s after %3$s",
                    "线路 %1$s 因 %3$s 暂停使用至 %2$s", name, clock.of(view.backsOffUntil().get()),
                    view.why().orElse(Words.same("?")))).until(view.backsOffUntil()));
        }
        if (view.inUse() >= lines) {
            return Optional.of(Cause.telling("trunk_lines",
                    Words.of("all %2$d lines of trunk %1$s are in use", "线路 %1$s 的 %2$d 条线均在使用中", name, lines))
                    .with("in_use", view.inUse())
                    .with("lines", lines));
        }
        return view.room() == 0
                ? Optional.of(Cause.telling("trunk_rate",
                        Words.of("trunk %1$s is at its %2$.3g calls a second", "线路 %1$s 已达到每秒 %2$.3g 通", name,
                                view.limits().callsPerSecond()))
                        .with("calls_per_second", view.limits().callsPerSecond()))
                : Optional.empty();
    }

    private Optional<Cause> callerIds(TrunkView view) {
        List<CallerIdView> resting = view.callerIds().stream().filter(id -> id.restsUntil().isPresent()).toList();
        if (resting.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> first = resting.stream().flatMap(id -> id.restsUntil().stream()).min(Instant::compareTo);
        return Optional.of(Cause.telling("caller_ids_rest", Words.of(
                "%1$d of %2$d caller ids of trunk %3$s rest since people stopped answering them",
                "线路 %3$s 的 %2$d 个主叫号码中有 %1$d 个因接听率下降而暂停使用", resting.size(), view.callerIds().size(),
                view.trunk().name()))
                .with("resting", resting.size())
                .with("caller_ids", view.callerIds().size())
                .until(first));
    }
}
