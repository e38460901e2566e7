# shellcheck shell=bash
# `bin/floor bench ...`: measurements. They live in the test tree, but no test runs them.

# run_bench VERB ARGS
run_bench() {
    local main=dialer.bench.RulesBench heap=1g
    case $1 in
        bench-amd)
            main=dialer.bench.AmdBench
            announce_steps 8
            step "Tools" has_tools add_tools "${FLOOR_TOOLS[@]}"
            step "Asterisk" has_asterisk add_asterisk
            step "Sounds" has_sounds make_sounds
            step "Greetings" has_greetings make_greetings
            ;;
        bench-calls | bench-chaos | bench-kills | bench-pacing | bench-recorder)
            case $1 in
                bench-calls) main=dialer.bench.CallsBench ;;
                bench-chaos) main=dialer.bench.ChaosBench ;;
                bench-kills) main=dialer.bench.KillsBench ;;
                bench-recorder) main=dialer.bench.RecordingsBench ;;
                *) main=dialer.bench.PacingBench ;;
            esac
            announce_steps 7
            step "Tools" has_tools add_tools "${FLOOR_TOOLS[@]}"
            step "Asterisk" has_asterisk add_asterisk
            step "Sounds" has_sounds make_sounds
            ;;
        bench-cases) main=dialer.bench.CasesBench heap=360m; announce_steps 4 ;;
        *) announce_steps 4 ;;
    esac
    local verb=$1
    shift
    prepare_build_tools
    # Always: Maven knows what is up to date, and a stale class would be measured as if it were the code.
    STEP_OPEN=yes STEP_STARTED=$SECONDS
    printf 'Building: ' >&2
    local classpath=$VAR/tools/bench-classpath
    build_bench "$classpath"
    printf '%d s\n' $((SECONDS - STEP_STARTED)) >&2
    STEP_OPEN=no
    local -a java=("$JDK/bin/java" "-Xmx$heap" --enable-native-access=ALL-UNNAMED "-Dfloor.home=$FLOOR_HOME" -cp
        "$FLOOR_HOME/recorder/target/test-classes:$FLOOR_HOME/dialer/target/test-classes:$FLOOR_HOME/dialer/target/classes:$(<"$classpath")")
    # The recorder's own figures first; a floor by itself only where just that is asked for.
    if [[ $verb == bench-recorder && " $* " != *" --floor "* && " $* " != *" --drift "* ]]; then
        "${java[@]}" com.callfloor.recorder.bench.RecorderBench "$@" || return
    fi
    exec "${java[@]}" "com.callfloor.$main" "$@"
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
