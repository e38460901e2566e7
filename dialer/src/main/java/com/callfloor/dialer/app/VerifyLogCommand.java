package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.util.concurrent.Callable;

import com.callfloor.dialer.rules.books.DecisionLog.Check;
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
        try (BooksForVerbs here = BooksForVerbs.open(Home.found())) {
            Check check = here.books.decisions.verify();
            check.flaws().forEach(out::println);
            out.println(check.sealed() + " decisions in the chain, " + check.waiting() + " not sealed yet: "
                    + (check.flaws().isEmpty() ? "nothing was edited" : check.flaws().size() + " flaws"));
            return check.flaws().isEmpty() ? 0 : 1;
        }
    }
}
