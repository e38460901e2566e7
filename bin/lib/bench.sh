# shellcheck shell=bash
# `bin/floor bench ...`: measurements. They live in the test tree, but no test runs them.

# run_bench CLASS ARGS
run_bench() {
    local class=$1
    shift
    prepare_bench
    # Always: Maven knows what is up to date, and a stale class would be measured as if it were the code.
    STEP_OPEN=yes STEP_STARTED=$SECONDS
    printf 'Building: ' >&2
    local classpath=$VAR/tools/bench-classpath
    build_bench "$classpath"
    printf '%d s\n' $((SECONDS - STEP_STARTED)) >&2
    STEP_OPEN=no
    exec "$JDK/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED "-Dfloor.home=$FLOOR_HOME" \
        -cp "$FLOOR_HOME/dialer/target/test-classes:$FLOOR_HOME/dialer/target/classes:$(<"$classpath")" \
        "com.callfloor.dialer.bench.$class" "$@"
}

# What takes part: a PBX too, for some.
prepare_bench() {
    announce_steps 6
    prepare_build_tools
    step "Asterisk" has_asterisk add_asterisk
    step "Sounds" has_sounds make_sounds
}

# build_bench FILE: compiles everything, tests too, and writes the class path that Maven knows to the file.
build_bench() {
    detail "mvn test-compile"
    local -a MVN_COMMAND
    mvn_command
    mkdir -p "$(dirname -- "$1")"
    run "${MVN_COMMAND[@]}" -q -Dconsole.skip=true test-compile dependency:build-classpath -Dmdep.includeScope=test \
        "-Dmdep.outputFile=$1" || fail "the build failed." "Mend what Maven says above."
}
