package com.callfloor.dialer.web.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.quality.card.Scorecards;
import com.callfloor.dialer.quality.trend.TrendBook;
import com.callfloor.dialer.quality.trend.Trends;
import com.callfloor.dialer.quality.trend.Trends.By;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.CalibrationJson;
import io.vertx.core.Future;

/** What reviews say over time. */
public final class TrendEndpoints {
    private static final Duration USUAL = Duration.ofDays(92);
    private static final Duration LONGEST = Duration.ofDays(366);

    private final TrendBook book;
    private final Scorecards cards;
    private final ListeningDesk listening;
    private final ZoneId zone;
    private final Clock clock;
    private final Blocking blocking;

    /** {@code zone}: whose Mondays weeks begin on; {@code clock}: the floor's. */
    public TrendEndpoints(TrendBook book, Scorecards cards, ListeningDesk listening, ZoneId zone, Clock clock,
            Blocking blocking) {
        this.book = book;
        this.cards = cards;
        this.listening = listening;
        this.zone = zone;
        this.clock = clock;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.QUALITY_TRENDS, this::trends);
    }

    private Future<Reply> trends(Exchange exchange) {
        Query query = exchange.query(Set.of("from", "to", "by", "agent"));
        Instant to = Asking.instant(query, "to").orElseGet(clock::instant);
        Instant from = Asking.instant(query, "from").orElse(to.minus(USUAL));
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Problems.badParameter("from", "must be before to, by 366 days at most", "须早于结束时间，且最多相隔 366 天");
        }
        By by = query.text("by")
                .map(text -> By.ofCode(text)
                        .orElseThrow(() -> Problems.badParameter("by",
                                Must.beOneOf(Arrays.stream(By.values()).map(By::code).toList()))))
                .orElse(By.ALL);
        Optional<Long> agent = query.text("agent")
                .map(text -> Keys.number(text)
                        .orElseThrow(() -> Problems.badParameter("agent", Must.BE_AN_AGENT)));
        User user = exchange.caller().user();
        // As long as the floor has agents, times weeks.
        return blocking.call("The book of reviews",
                () -> Trends.of(book.reviewed(from, to, agent, listening.scopeOf(user)), by, cards, zone))
                .map(groups -> Reply.whole(groups.stream().map(CalibrationJson::group)));
    }
}
