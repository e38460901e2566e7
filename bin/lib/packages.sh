# shellcheck shell=bash
# Packages of the machine's own distribution, by apt. Only apt itself ever runs as root.

# Command and the package that brings it.
declare -rA PACKAGE_OF=(
    [espeak-ng]=espeak-ng [sox]=sox [setsid]=util-linux [setpriv]=util-linux [flock]=util-linux
    [ffmpeg]=ffmpeg [sipp]=sip-tester
)
# shellcheck disable=SC2034 # read by bin/floor
readonly FLOOR_TOOLS=(setpriv setsid flock espeak-ng sox)
# shellcheck disable=SC2034 # read by tests.sh and doctor.sh
readonly TEST_TOOLS=(ffmpeg sipp)

has_tools() {
    [[ -z $(missing_tools "$@") ]]
}

missing_tools() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || printf '%s\n' "$tool"
    done
}

add_tools() {
    local tool packages=()
    for tool in $(missing_tools "$@"); do
        packages+=("${PACKAGE_OF[$tool]}")
    done
    install_packages "${packages[@]}"
}

install_packages() {
    local order="apt-get install $*"
    [[ ${FLOOR_OFFLINE:-} != 1 ]] ||
        fail "missing: $*, and FLOOR_OFFLINE=1 forbids to install anything." "As root: $order"
    command -v apt-get >/dev/null || fail "missing: $*, and this machine has no apt." "Install them by its own means."
    may_install || fail "missing: $*, and only root can install packages; sudo is not here." "As root: $order"
    detail "apt-get install $*"
    # A download may be cut at any time. It also shows outdated or empty package lists, as fresh containers have.
    apt_get install --download-only "$@" || { refresh_lists && apt_get install --download-only "$@"; } ||
        fail "apt could not fetch $*." "Look at the lines above. By hand, as root: apt-get update && $order"
    # An installation that was cut leaves the machine's package database broken for everybody.
    run_to_the_end "${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install \
        -y -q --no-install-recommends "$@" ||
        fail "apt could not install $*." "By hand, as root: dpkg --configure -a && $order"
}

may_install() {
    [[ ${FLOOR_OFFLINE:-} != 1 ]] || return 1
    AS_ROOT=()
    ((EUID == 0)) || { AS_ROOT=(sudo) && command -v sudo >/dev/null; }
}

apt_get() {
    run "${AS_ROOT[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -y -q --no-install-recommends "$@"
}

LISTS_REFRESHED=no
refresh_lists() {
    [[ $LISTS_REFRESHED == yes ]] || apt_get update
    LISTS_REFRESHED=yes
}

# apt_offers PACKAGE VERSION: can apt install it, at least in that version?
apt_offers() {
    command -v apt-cache >/dev/null || return 1
    may_install || return 1
    local candidate
    candidate=$(apt_candidate "$1")
    if [[ -z $candidate ]]; then
        refresh_lists || return 1
        candidate=$(apt_candidate "$1")
    fi
    [[ -n $candidate ]] && version_at_least "$candidate" "$2"
}

# Without the epoch: `1:22.10.1-1` is 22.10.1-1.
apt_candidate() {
    LC_ALL=C apt-cache policy "$1" | awk '$1 == "Candidate:" && $2 != "(none)" { sub(/^[0-9]+:/, "", $2); print $2 }'
}
