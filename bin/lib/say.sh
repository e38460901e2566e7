# shellcheck shell=bash
# Progress and errors. All of it goes to stderr: stdout belongs to the verb's own answer, which may be JSON.

STEP=0 STEPS=0 STEP_OPEN=no STEP_STARTED=0
SETUP_LOG=$VAR/log/setup.log

say() {
    printf '%s\n' "$*" >&2
}

announce_steps() {
    STEPS=$1
    mkdir -p "$VAR/log"
    : >"$SETUP_LOG"
}

# step NAME IS_DONE DO [ARGS]: silent when IS_DONE says that nothing is left to do.
step() {
    local name=$1 is_done=$2 work=$3
    shift 3
    STEP=$((STEP + 1))
    if "$is_done" "$@"; then
        return
    fi
    printf '[%d/%d] %s: ' "$STEP" "$STEPS" "$name" >&2
    STEP_OPEN=yes STEP_STARTED=$SECONDS
    : >"$SETUP_LOG"
    "$work" "$@"
    printf '%d s\n' $((SECONDS - STEP_STARTED)) >&2
    STEP_OPEN=no
}

# What the open step is at, on its line.
detail() {
    printf '%s ... ' "$*" >&2
}

# Exit status of `fail`, also when it ends only a subshell: it has been said what is wrong.
readonly EXPLAINED=3

# fail SENTENCE [WHAT TO DO]...
fail() {
    if [[ $STEP_OPEN == yes ]]; then
        show_log
    fi
    say "floor: $1"
    shift
    for line in "$@"; do
        say "       $line"
    done
    exit "$EXPLAINED"
}

show_log() {
    printf 'failed\n' >&2
    if [[ -s $SETUP_LOG ]]; then
        tail -n 25 -- "$SETUP_LOG" | sed 's/^/    | /' >&2
        say "    (all of it: $SETUP_LOG)"
    fi
}

# run COMMAND: a child of the set-up, which dies with it and says nothing unless the step fails. It must not hold
# the locks, or a child that outlives a killed set-up would keep the next one out.
run() {
    setpriv --pdeathsig KILL -- "$@" </dev/null >>"$SETUP_LOG" 2>&1 8>&- 9>&-
}

# The same for the few that a sudden death would leave half-made on the machine itself (dpkg): they finish.
run_to_the_end() {
    "$@" </dev/null >>"$SETUP_LOG" 2>&1 8>&- 9>&-
}

# Names in arguments and paths are Chinese as often as not; in the C locale Java would lose them.
speak_utf8() {
    if [[ $(locale charmap 2>/dev/null) != UTF-8 ]]; then
        export LC_ALL=C.UTF-8
    fi
}

# version_at_least HAVE WANTED
version_at_least() {
    [[ $(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1) == "$2" ]]
}
