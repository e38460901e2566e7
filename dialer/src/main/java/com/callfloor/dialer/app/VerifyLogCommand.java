package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.callfloor.dialer.rules.books.DecisionLog.Check;
import com.callfloor.dialer.store.SqlDecisionLog;
import picocli.CommandLine.Command;

/** Was any stored decision edited? */
@Command(name = "verify-log")
final class VerifyLogCommand implements Callable<Integer> {
    private final PrintStream out;

    VerifyLogCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.found();
        try (DatabaseForVerbs here = DatabaseForVerbs.open(home)) {
            Check check = new SqlDecisionLog(here.database, Optional.of(home.decisionLogHead())).verify();
            check.flaws().forEach(out::println);
            out.println(check.sealed() + " decisions in the chain, " + check.waiting() + " not sealed yet: "
                    + (check.flaws().isEmpty() ? "nothing was edited" : check.flaws().size() + " flaws"));
            return check.flaws().isEmpty() ? 0 : 1;
        }
    }
}
