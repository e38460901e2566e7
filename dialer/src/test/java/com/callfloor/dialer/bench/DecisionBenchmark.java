package com.callfloor.dialer.bench;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one decision costs under the packs that are shipped, for a debtor with a year of history. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 4, time = 1)
public class DecisionBenchmark {
    private final CallingRules us;
    private final CallQuestion usAllowed;
    private final CallQuestion usCapped;
    private final CallQuestion usNight;
    private final CallingRules cn;
    private final CallQuestion cnAllowed;
    private final CallQuestion cnCapped;
    private final CallQuestion cnNight;

    /** Reads the packs of the checkout that the system property {@code floor.home} names, and asks each question once. */
    public DecisionBenchmark() {
        us = new CallingRules(ShippedPacks.named("us", "us-ma", "floor", "facts"));
        DebtorWithHistory american = new DebtorWithHistory(Instant.parse("2026-03-10T15:00:00Z"), "America/New_York",
                "America/Chicago", "America/Denver");
        usAllowed = checked(us, american.allowed(), Verdict.Allow.class);
        usCapped = checked(us, american.capped(), Verdict.NotBefore.class);
        usNight = checked(us, american.atNight(), Verdict.NotBefore.class);
        cn = new CallingRules(ShippedPacks.named("cn", "floor", "facts"));
        DebtorWithHistory chinese = new DebtorWithHistory(Instant.parse("2026-03-10T03:00:00Z"), "Asia/Shanghai",
                "Asia/Urumqi");
        cnAllowed = checked(cn, chinese.allowed(), Verdict.Allow.class);
        cnCapped = checked(cn, chinese.capped(), Verdict.NotBefore.class);
        cnNight = checked(cn, chinese.atNight(), Verdict.NotBefore.class);
    }

    /** A question that is answered otherwise than its name says would measure something else. */
    private static CallQuestion checked(CallingRules rules, CallQuestion question, Class<? extends Verdict> expected) {
        Decision decision = rules.decide(question);
        if (!expected.isInstance(decision.verdict())) {
            throw new IllegalStateException(
                    "the rules say " + decision.verdict() + ", not " + expected.getSimpleName() + ": "
                            + decision.deniedBy());
        }
        return question;
    }

    @Benchmark
    public Decision usAllowed() {
        return us.decide(usAllowed);
    }

    /** The instant from which it is allowed is days away, and nights lie between. */
    @Benchmark
    public Decision usCapped() {
        return us.decide(usCapped);
    }

    @Benchmark
    public Decision usNight() {
        return us.decide(usNight);
    }

    @Benchmark
    public Decision cnAllowed() {
        return cn.decide(cnAllowed);
    }

    @Benchmark
    public Decision cnCapped() {
        return cn.decide(cnCapped);
    }

    @Benchmark
    public Decision cnNight() {
        return cn.decide(cnNight);
    }
}
