# shellcheck shell=bash
# `bin/floor doctor`: what is here, what is missing, what to do. Changes nothing.

examine() {
    local missing=0
    printf '%-12s %-10s %s\n' TOOL VERDICT DETAIL
    examine_machine
    if find_jdk; then row JDK ok "$JDK_VERSION in $JDK"; else absent JDK "bin/floor up fetches a JDK 21 or newer"; fi
    if find_maven; then row Maven ok "$(maven_version "$MVN") ($MVN)"; else absent Maven "bin/floor up fetches 3.8 or newer"; fi
    if ! find_node; then
        absent Node "bin/floor up fetches 20 or newer"
    elif command -v node >/dev/null; then
        row Node ok "$(node --version)"
    else
        row Node "-" "nothing here is built with it"
    fi
    if has_asterisk; then
        row Asterisk ok "$(property asterisk version), modules in $(property asterisk modules)"
    else
        absent Asterisk "bin/floor up takes the machine's, from version 20 on, or makes a private copy"
    fi
    examine_test_parts
    if has_sounds; then row Sounds ok "$VAR/sounds"; else absent Sounds "bin/floor up makes them"; fi
    if [[ ! -f $JAR ]]; then
        absent Program "bin/floor up builds it"
    elif is_built; then
        row Program ok "$JAR"
    else
        row Program old "sources changed since it was built; bin/floor up builds it anew"
    fi
    ((missing == 0)) || printf '\n%d missing. Nothing was changed; bin/floor up adds what can be added.\n' "$missing"
    [[ -n $JDK && -f $JAR ]] || exit $((missing > 0))

    # Database and PBX are looked at by the program, which knows the configuration.
    echo
    local -a JAVA_COMMAND
    java_command doctor "$@"
    setpriv --pdeathsig KILL -- "${JAVA_COMMAND[@]}" || missing=$((missing + 1))
    exit $((missing > 0))
}

examine_machine() {
    local tool name
    name=$(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release)
    case $(distribution) in
        debian | ubuntu) row System ok "$name" ;;
        *) row System unknown "$name: only Debian and Ubuntu are known to work" ;;
    esac
    # Asterisk looks up the machine's own name for every call.
    if getent hosts "$(uname -n)" >/dev/null; then
        row Hostname ok "$(uname -n) resolves"
    else
        row Hostname slow "add '127.0.1.1 $(uname -n)' to /etc/hosts, or every call waits for a name lookup"
    fi
    for tool in "${FLOOR_TOOLS[@]}"; do
        if has_tools "$tool"; then row "$tool" ok "$(command -v "$tool")"; else absent "$tool" "apt-get install ${PACKAGE_OF[$tool]}"; fi
    done
    if [[ -w $VAR || (! -e $VAR && -w $FLOOR_HOME) ]]; then
        row Space ok "$(df -h --output=avail "$FLOOR_HOME" | tail -n 1 | tr -d ' ') free under $FLOOR_HOME"
    else
        absent Space "$VAR cannot be written by $(id -un): chown it, or use an own checkout"
    fi
}

# Needed by `bin/floor test` alone, so their absence is no fault.
examine_test_parts() {
    local tool
    for tool in "${TEST_TOOLS[@]}"; do
        if has_tools "$tool"; then row "$tool" ok "$(command -v "$tool")"; else row "$tool" "-" "for bin/floor test: apt-get install ${PACKAGE_OF[$tool]}"; fi
    done
    if has_chromium; then row Chromium ok "$(chromium_program)"; else row Chromium "-" "for bin/floor test: Chromium or Chrome"; fi
    if has_mysql; then row MySQL ok "$(property mysqld version)"; else row MySQL "-" "bin/floor test --database mysql fetches it"; fi
}

property() {
    sed -n "s/^$2=//p" "$VAR/tools/$1.properties"
}

row() {
    printf '%-12s %-10s %s\n' "$@"
}

absent() {
    row "$1" missing "$2"
    missing=$((missing + 1))
}
