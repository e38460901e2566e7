# shellcheck shell=bash
# Help and the check of what was typed. The texts in bin/lib/help are the one list of verbs and options: a verb exists
# when it has a text, an option when its verb's text names it.

show_help() {
    local verb=${1// /-}
    case $verb in
        rules | recordings | bench) sub_verb "$verb" --help ;;
    esac
    is_verb "$verb" || unknown_verb "$verb"
    cat -- "$LIB/help/$verb.txt"
}

is_verb() {
    [[ $1 =~ ^[a-z-]+$ && -f $LIB/help/$1.txt ]]
}

# sub_verb VERB ARGS: is there a 'check' for 'rules check'?
sub_verb() {
    local verb=$1 word=${2:-} status=2 known each
    is_verb "$verb-$word" && return
    known=$(verbs | sed -n "s/^$verb-//p")
    case $word in
        -h | --help) status=0 ;;
        '') say "floor: '$verb' needs one more word." ;;
        *) say "floor: there is no '$verb $word'.$(suggest "$word" "$known")" ;;
    esac
    while read -r each; do
        say "       bin/floor $verb $each --help"
    done <<<"$known"
    exit "$status"
}

verbs() {
    find "$LIB/help" -name '*.txt' ! -name floor.txt -printf '%f\n' | sed 's/\.txt$//' | sort
}

unknown_verb() {
    say "floor: there is no verb '$1'.$(suggest "$1" "$(verbs)")"
    say "       bin/floor without a verb lists them all."
    exit 2
}

# check_options VERB ARGS: before anything is installed for an order that cannot be carried out.
check_options() {
    local verb=$1 known word
    shift
    known=$(grep -oE -- '--[a-z][a-z-]*' "$LIB/help/$verb.txt" | sort -u || true)
    for word in "$@"; do
        case $word in
            --) break ;;
            -h | --help) show_help "$verb"; exit 0 ;;
            --*) grep -qxF -e "${word%%=*}" <<<"$known" || unknown_option "$verb" "${word%%=*}" "$known" ;;
        esac
    done
}

unknown_option() {
    say "floor: '${1/-/ }' has no option '$2'.$(suggest "$2" "$3")"
    say "       bin/floor ${1/-/ } --help shows those that it has."
    exit 2
}

# suggest TYPED KNOWN: the nearest known word by edit distance, if it is near at all.
suggest() {
    awk -v typed="$1" -f "$LIB/suggest.awk" <<<"$2"
}
