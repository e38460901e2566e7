package com.callfloor.dialer.web.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.books.DoNotCallLists;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.FactJson;
import com.callfloor.dialer.web.upload.Uploads;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** Do-not-call lists: what there is, adding to them, taking a number off. */
public final class DoNotCallEndpoints {
    private static final String LISTS = "The do-not-call lists";
    private static final Set<String> KINDS = Set.of("text/plain", "text/csv");
    private static final Pattern LIST = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    /** All numbers are held at once, since either all or none come in; 16 MB are a million. */
    private static final long LONGEST_LIST = 16L * 1024 * 1024;

    private final DoNotCallLists lists;
    private final Blocking quick;
    private final Blocking slow;
    private final Uploads uploads;
    private final long limit;
    private final Clock clock;

    /** {@code limit}: the longest upload, in bytes; {@code clock}: the floor's. */
    public DoNotCallEndpoints(DoNotCallLists lists, Blocking quick, Blocking slow, Uploads uploads, long limit,
            Clock clock) {
        this.lists = lists;
        this.quick = quick;
        this.slow = slow;
        this.uploads = uploads;
        this.limit = Math.min(limit, LONGEST_LIST);
        this.clock = clock;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.DO_NOT_CALL, this::list)
                .on(Operation.ADD_DO_NOT_CALL, this::add)
                .on(Operation.REMOVE_DO_NOT_CALL, this::remove);
    }

    /** Never cut into pages: a floor has a handful. */
    private Future<Reply> list(Exchange exchange) {
        exchange.query(Set.of());
        return quick.call(LISTS, lists::lists).map(found -> Reply.whole(found.stream().map(FactJson::list)));
    }

    private Future<Reply> add(Exchange exchange) {
        MediaTypes.require(exchange.request(), KINDS);
        String list = name(exchange);
        Query query = exchange.query(Set.of("lender", "country"));
        Optional<String> lender = query.text("lender");
        String country = query.text("country").orElse(Asking.NO_COUNTRY);
        if (!COUNTRY.matcher(country).matches()) {
            throw Problems.badParameter("country", "must be an ISO 3166-1 code in capitals, such as CN",
                    "须为大写的 ISO 3166-1 国家代码，例如 CN");
        }
        String by = exchange.caller().user().login();
        return uploads.with(exchange, limit, file -> slow.call(LISTS, () -> {
            Set<PhoneNumber> numbers = read(file, country);
            int added = lists.add(list, lender, numbers, clock.instant(), by);
            return Reply.ok(new JsonObject().put("list", list)
                    .put("lender", lender.orElse(null))
                    .put("numbers", numbers.size())
                    .put("added", added));
        }));
    }

    private static Set<PhoneNumber> read(Path file, String country) throws IOException {
        Set<PhoneNumber> numbers = NumberLines.read(file, country);
        if (numbers.isEmpty()) {
            throw Problems.invalid("file", "holds no number; write one a line, in the first column",
                    "没有号码；请每行一个，写在第一列");
        }
        return numbers;
    }

    private Future<Reply> remove(Exchange exchange) {
        exchange.query(Set.of());
        String list = name(exchange);
        PhoneNumber number = PhoneNumber.parse(exchange.parameter("number"), Asking.NO_COUNTRY)
                .orElseThrow(() -> Problems.notFound("such telephone number; write it whole, such as +8613800138000",
                        "这样的电话号码，请写完整，例如 +8613800138000"));
        String by = exchange.caller().user().login();
        return quick.call(LISTS, () -> lists.remove(list, number, clock.instant(), by)).map(removed -> {
            if (!removed) {
                throw Problems.notFound(Words.of("such number on list %1$s", "名单 %1$s 中的这个号码", list));
            }
            return new Reply.NoContent();
        });
    }

    private static String name(Exchange exchange) {
        String list = exchange.parameter("list");
        if (!LIST.matcher(list).matches()) {
            throw Problems.notFound("list of such a name: it is 1 to 64 letters, digits, dots, dashes, underscores",
                    "这样的名单，名称须为 1 至 64 个字母、数字、点、连字符或下划线");
        }
        return list;
    }
}
