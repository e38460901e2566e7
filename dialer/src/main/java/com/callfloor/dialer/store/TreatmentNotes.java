package com.callfloor.dialer.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.Treatment;
import com.callfloor.dialer.scripts.Treatments;
import com.callfloor.dialer.store.LedgerWrites.Decided;
import com.callfloor.dialer.store.NumberChoice.Choice;
import com.callfloor.dialer.strategy.ArmBook.Person;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.Experiment.Assignment;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Under what the attempts of a batch are made. Null: this floor does not note it. */
record TreatmentNotes(@Nullable Treatments treatments, LocalDate day, Map<CaseId, CaseFacts> facts) {
    private static final TreatmentNotes NONE = new TreatmentNotes(null, LocalDate.EPOCH, Map.of());

    /** Reads what is needed; the cases are locked, so it stays true, and nothing else is yet. */
    static TreatmentNotes read(Handle handle, @Nullable Treatments treatments, List<CaseRecord> due) {
        if (treatments == null || due.isEmpty()) {
            return NONE;
        }
        LocalDate day = treatments.today().get();
        return new TreatmentNotes(treatments, day,
                SqlStrategyCases.of(handle, due.stream().map(CaseRecord::id).toList(), day)
                        .stream()
                        .collect(Collectors.toMap(CaseFacts::id, Function.identity())));
    }

    /** Binds the columns of an attempt, all of them null where nothing is noted. */
    void bind(PreparedBatch attempts, Decided one, Choice.Call call) {
        Optional<Treatment> treatment = of(one, call);
        Optional<Script> script = treatment.flatMap(Treatment::script);
        Optional<Assignment> assignment = treatment.flatMap(Treatment::assignment);
        attempts.bind("strategy", treatment.map(known -> known.strategy().name()).orElse(null))
                .bind("strategyVersion", treatment.map(known -> known.strategy().version()).orElse(null))
                .bind("stage", treatment.map(known -> known.placement().stage().code()).orElse(null))
                .bind("segment", treatment.map(known -> known.placement().segment().id()).orElse(null))
                .bind("script", script.map(Script::name).orElse(null))
                .bind("scriptVersion", script.map(Script::version).orElse(null))
                .bind("scriptLanguage", script.map(known -> known.language().tag()).orElse(null))
                .bind("experiment", assignment.map(known -> known.experiment().name()).orElse(null))
                .bind("arm", assignment.map(known -> known.arm().name()).orElse(null));
    }

    /** Notes the people of a batch who are called in an experiment and were not assigned before; their rows are locked. */
    void assign(Handle handle, List<Decided> batch) {
        List<Person> people = new ArrayList<>();
        for (Decided each : batch) {
            CaseFacts known = facts.get(each.due().id());
            if (known != null && each.choice() instanceof Choice.Call call) {
                of(each, call).flatMap(Treatment::assignment)
                        .filter(assignment -> !known.arms().containsKey(assignment.experiment().name()))
                        .ifPresent(assignment -> people.add(new Person(known.debtor(), assignment)));
            }
        }
        SqlArmBook.keep(handle, people, day);
    }

    private Optional<Treatment> of(Decided one, Choice.Call call) {
        CaseFacts known = facts.get(one.due().id());
        return treatments == null || known == null
                ? Optional.empty()
                : Optional.of(treatments.of(known, one.due().language(), call.purpose() == Purpose.INFORMATION));
    }
}
