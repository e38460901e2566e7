# The known word (one a line) that is nearest to `typed`, when fewer than half of its letters have to change.
function min(a, b) { return a < b ? a : b }

function distance(a, b,    i, j, row, previous) {
    for (j = 0; j <= length(b); j++) previous[j] = j
    for (i = 1; i <= length(a); i++) {
        row[0] = i
        for (j = 1; j <= length(b); j++)
            row[j] = min(min(previous[j], row[j - 1]) + 1,
                previous[j - 1] + (substr(a, i, 1) == substr(b, j, 1) ? 0 : 1))
        for (j = 0; j <= length(b); j++) previous[j] = row[j]
    }
    return previous[length(b)]
}

{ away = distance(typed, $0) }
NR == 1 || away < least { least = away; nearest = $0 }
END { if (nearest != "" && least * 2 < length(typed) + 1) { gsub(/^rules-/, "rules ", nearest); print " Did you mean '" nearest "'?" } }
