# Counts, names and what went wrong from Surefire's and Failsafe's TEST-*.xml files.
BEGIN { LINES = 12; WIDTH = 240; FRAMEWORK = "^[ \t]*at (app//)?(java|jdk|org\\.junit|org\\.assertj|org\\.apache)[./]" }

function attribute(name,    found) {
    if (match($0, " " name "=\"[^\"]*\"")) {
        found = substr($0, RSTART, RLENGTH)
        sub(/^[^"]*"/, "", found); sub(/"$/, "", found)
        return found
    }
    return ""
}

/<testsuite / {
    split(FILENAME, part, "/")
    for (i in part) if (part[i] == "target") { module = part[i - 1]; kind = part[i + 1] }
    kind = kind ~ /failsafe/ ? "with real parts" : "unit"
    failed = attribute("failures") + attribute("errors")
    skipped = attribute("skipped")
    passed = attribute("tests") - failed - skipped
    group[module "\t" kind] += passed
    all_passed += passed; all_failed += failed; all_skipped += skipped
}
/<testcase / { test = attribute("classname") "." attribute("name") }
/^ *<(failure|error)[ >]/ {
    bad[++bads] = "   FAILED   " test
    telling = 1; told = 0
    sub(/^.*<(failure|error)[^>]*>(<!\[CDATA\[)?/, "")
}
telling {
    ends = sub(/(\]\]>)?<\/(failure|error)>.*/, "")
    if (told < LINES && $0 !~ FRAMEWORK && $0 !~ /^[ \t]*$/) {
        told++
        bad[bads] = bad[bads] "\n              " substr($0, 1, WIDTH)
    }
    if (ends) telling = 0
}
/<skipped[ >\/]/ { bad[++bads] = "   skipped  " test (attribute("message") == "" ? "" : ": " attribute("message")) }

END {
    for (each in group) { split(each, of, "\t"); printf "   %-12s %-16s %5d passed\n", of[1], of[2], group[each] | "sort" }
    close("sort")
    for (i = 1; i <= bads; i++) print bad[i]
    printf "%d passed, %d failed, %d skipped\n", all_passed, all_failed, all_skipped
}
