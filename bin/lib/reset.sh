# shellcheck shell=bash
# `bin/floor reset`: back to the state of a fresh checkout. The cache outside it stays.

reset_state() {
    local sure=no word
    for word in "$@"; do
        case $word in
            --yes) sure=yes ;;
            *) say "floor: reset does not know '$word'."; exit 2 ;;
        esac
    done
    take_lock reset
    # The lock itself stays: who deletes a locked file lets the next one lock another of the same name.
    local -a doomed
    mapfile -d '' -t doomed < <(find "$VAR" -mindepth 1 -maxdepth 1 ! -name lock -print0 | sort -z)
    if [[ ${#doomed[@]} == 0 ]]; then
        say "Nothing to throw away: $VAR is empty."
        return
    fi
    say "This throws away, for good:"
    du -sh -- "${doomed[@]}" | sed 's/^/    /' >&2
    say "With it go all cases, attempts and recordings of the local floor."
    if [[ $sure == no ]]; then
        [[ -t 0 ]] || { say "floor: nobody is here to be asked; nothing was deleted."; say "       bin/floor reset --yes does not ask."; exit 2; }
        local answer
        read -r -p "Type yes to go on: " answer || true
        [[ $answer == yes ]] || { say "Nothing was deleted."; exit 1; }
    fi
    rm -rf -- "${doomed[@]}"
    say "Done. bin/floor up makes it anew."
}
