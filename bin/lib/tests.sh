# shellcheck shell=bash
# `bin/floor test`: the set-up, then every test of every module, on real parts.

run_tests() {
    local database=mariadb
    local -a more=()
    while [[ $# -gt 0 ]]; do
        case $1 in
            --database) database=${2:-}; shift 2 || shift ;;
            --database=*) database=${1#*=}; shift ;;
            --) shift; more=("$@"); break ;;
            *) say "floor: test does not know '$1'."; say "       Arguments for Maven follow after --."; exit 2 ;;
        esac
    done
    case $database in
        mariadb | mysql) ;;
        *) say "floor: '--database $database' is neither mariadb nor mysql."; exit 2 ;;
    esac
    prepare_tests "$database"

    export FLOOR_TEST_DATABASE=$database FLOOR_HOME PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    FLOOR_CHROMIUM=$(chromium_program)
    export FLOOR_CHROMIUM
    # Counted at the end; reports of an earlier run must not be.
    find "$FLOOR_HOME" -path '*/target/*-reports/TEST-*.xml' -delete
    local -a MVN_COMMAND
    mvn_command
    local status=0
    setpriv --pdeathsig KILL -- "${MVN_COMMAND[@]}" verify "${more[@]}" 9>&- || status=$?
    summary "$database" "$status"
    exit "$status"
}

prepare_tests() {
    announce_steps 8
    [[ $1 != mysql ]] || STEPS=$((STEPS + 1))
    step "Tools" has_tools add_tools "${FLOOR_TOOLS[@]}" "${TEST_TOOLS[@]}"
    step "Chromium" has_chromium add_chromium
    prepare_build_tools
    step "Asterisk" has_asterisk add_asterisk
    [[ $1 != mysql ]] || step "MySQL" has_mysql add_mysql
    step "Sounds" has_sounds make_sounds
    step "Fonts" has_chinese_font add_chinese_font
}

chromium_program() {
    local name
    if [[ -n ${FLOOR_CHROMIUM:-} ]]; then
        printf '%s' "$FLOOR_CHROMIUM"
        return
    fi
    for name in chromium google-chrome-stable google-chrome chromium-browser; do
        if command -v "$name"; then
            return
        fi
    done
}

has_chromium() {
    local program
    program=$(chromium_program)
    # Ubuntu's /usr/bin/chromium-browser is a notice that asks for the snap.
    [[ -x $program ]] && ! grep -q 'snap install' "$program" 2>/dev/null
}

add_chromium() {
    [[ -z ${FLOOR_CHROMIUM:-} ]] || fail "FLOOR_CHROMIUM=$FLOOR_CHROMIUM cannot be run." "Point it to a Chromium or Chrome."
    if [[ $(distribution) == ubuntu ]]; then
        fail "the browser tests need Chromium or Chrome, which Ubuntu's apt does not have." \
            "Install Google Chrome's .deb, or 'snap install chromium' and set FLOOR_CHROMIUM=/snap/bin/chromium."
    fi
    install_packages chromium
}

# Screenshots of pages with Chinese names would show boxes.
has_chinese_font() {
    command -v fc-list >/dev/null && [[ -n $(fc-list :lang=zh) ]]
}

add_chinese_font() {
    install_packages fontconfig fonts-wqy-zenhei
}

# summary DATABASE MAVEN'S STATUS: what ran, from the reports themselves.
summary() {
    local reports
    mapfile -d '' -t reports < <(find "$FLOOR_HOME" -path '*/target/*-reports/TEST-*.xml' -print0 | sort -z)
    printf '\n== bin/floor test, database %s\n' "$1"
    (($2 == 0)) || printf '   Maven ended with status %d; its first [ERROR] above says why.\n' "$2"
    awk -f "$LIB/summary.awk" -- /dev/null "${reports[@]}"
}
