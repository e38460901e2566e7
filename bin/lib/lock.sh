# shellcheck shell=bash
# One `up`, `test`, `bench`, `reset` or build of a checkout at a time. The lock is the kernel's and lives in an open
# file (descriptor 9), which the JVM inherits: however the holder dies, the lock is free in the same moment.

take_lock() {
    mkdir -p "$VAR"
    exec 9<>"$VAR/lock"
    if ! flock --nonblock 9; then
        local holder
        holder=$(head -n 1 "$VAR/lock")
        fail "bin/floor ${holder:-another verb} is at work in this checkout." \
            "Wait for its end, or end it with Ctrl-C (or kill) and try again." \
            "A second floor beside it needs a second checkout."
    fi
    printf '%s (process %d)\n' "$1" $$ >"$VAR/lock"
}

release_lock() {
    exec 9>&-
}
