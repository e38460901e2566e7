# shellcheck shell=bash
# The program: dialer/target/dialer.jar and dialer/target/lib, built when a source changed or the jar is another one.
readonly JAR=$FLOOR_HOME/dialer/target/dialer.jar

is_built() {
    [[ -f $JAR ]] && stamp_is build "$(build_state)"
}

build() {
    detail "mvn package"
    local -a MVN_COMMAND
    mvn_command
    local sources
    sources=$(sources_hash)
    run "${MVN_COMMAND[@]}" -q -Dmaven.test.skip=true package ||
        fail "the build failed." "Mend what Maven says above; bin/floor tries again by itself."
    [[ -f $JAR ]] || fail "the build left no dialer/target/dialer.jar." "Look at dialer/pom.xml: what does it package?"
    # A file that was saved while Maven ran may or may not be in the jar: build again next time.
    if [[ $sources == "$(sources_hash)" ]]; then
        stamp build "$(build_state)"
    fi
}

build_state() {
    printf '%s %s' "$(sources_hash)" "$(stat --format '%s %Y' -- "$JAR")"
}

# All that ends up in a jar. Tests do not.
sources_hash() {
    local -a parts=("$FLOOR_HOME/pom.xml")
    local part
    for part in "$FLOOR_HOME"/*/pom.xml; do
        parts+=("$(dirname -- "$part")")
    done
    [[ ! -d $FLOOR_HOME/sql ]] || parts+=("$FLOOR_HOME/sql")
    hash_of "${parts[@]}"
}
