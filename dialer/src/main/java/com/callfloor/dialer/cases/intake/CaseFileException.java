package com.callfloor.dialer.cases.intake;

/** A case file that is refused, or turns out in the middle to be damaged. */
public final class CaseFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CaseFileProblem problem;

    public CaseFileException(CaseFileProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public CaseFileException(CaseFileProblem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    public CaseFileProblem problem() {
        return problem;
    }
}
