package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.supervision.live.Change;
import com.callfloor.dialer.supervision.live.Change.Author;
import com.callfloor.dialer.supervision.live.ChangeBook;
import com.callfloor.dialer.supervision.live.ChangeRefused;
import com.callfloor.dialer.supervision.live.LiveSettings;
import com.callfloor.dialer.supervision.live.LiveSettings.Done;
import com.callfloor.dialer.supervision.live.Setting;
import com.callfloor.dialer.supervision.live.Setting.Subject;
import com.callfloor.dialer.supervision.live.SettingKey;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.ChangeJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** Campaigns and trunks changed while the floor runs, what was changed, and the way back. */
public final class ChangeEndpoints {
    private static final String BOOK = "The book of changes";
    private static final int LONGEST_WHY = 500;
    private static final List<String> MODES = Stream.of(CampaignMode.values()).map(CampaignMode::code).toList();
    /** A campaign's place among all; kept as the order of all. */
    private static final String PRIORITY = "priority";

    private final LiveSettings settings;
    private final ChangeBook book;
    private final FloorWatch watch;
    private final FloorDesk desk;
    private final Blocking blocking;

    public ChangeEndpoints(LiveSettings settings, ChangeBook book, FloorWatch watch, FloorDesk desk,
            Blocking blocking) {
        this.settings = settings;
        this.book = book;
        this.watch = watch;
        this.desk = desk;
        this.blocking = blocking;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CAMPAIGN_MODE, this::mode)
                .on(Operation.CHANGE_CAMPAIGN, this::campaign)
                .on(Operation.CHANGE_TRUNK, this::trunk)
                .on(Operation.CHANGES, this::changes)
                .on(Operation.UNDO_CHANGE, this::undo);
    }

    /** A change as the settings know how to make it. */
    private interface Wish {
        Done make() throws ChangeRefused;
    }

    private Future<Reply> mode(Exchange exchange) {
        JsonBody body = exchange.json();
        Optional<CampaignMode> mode = body.oneOf("mode", CampaignMode::ofCode, MODES);
        String why = why(body);
        body.check();
        var key = new SettingKey(Setting.MODE, exchange.id());
        return make("mode", () -> settings.set(key, mode.orElseThrow().code(), author(exchange), why))
                .compose(done -> campaignNow(exchange.id()));
    }

    private Future<Reply> campaign(Exchange exchange) {
        JsonBody body = exchange.json();
        String what = body.oneOf("setting", ChangeEndpoints::ofCampaign, codes(Subject.CAMPAIGN, PRIORITY)).orElse("");
        Optional<String> value = body.plain("value");
        String why = why(body);
        if (what.equals(PRIORITY) && value.isPresent() && !value.get().matches("[0-9]{1,4}")) {
            body.error("value", "must be a whole number, 1 being the first, or null: as the files say",
                    "须为整数，1 为最先；或 null：与配置文件一致");
        }
        body.check();
        Author author = author(exchange);
        if (settings.files().campaign(exchange.id()).isEmpty()) {
            throw Problems.notFound(Thing.CAMPAIGN);
        }
        Wish wish;
        if (!what.equals(PRIORITY)) {
            wish = set(new SettingKey(Setting.ofCode(what).orElseThrow(), exchange.id()), value, author, why);
        } else if (value.isEmpty()) {
            wish = set(SettingKey.ORDER, value, author, why);
        } else {
            wish = () -> settings.place(exchange.id(), Integer.parseInt(value.get()), author, why);
        }
        return make("value", wish).compose(done -> campaignNow(exchange.id()));
    }

    private static Optional<String> ofCampaign(String code) {
        return code.equals(PRIORITY) ? Optional.of(code) : of(Subject.CAMPAIGN, code).map(Setting::code);
    }

    private Future<Reply> trunk(Exchange exchange) {
        String name = exchange.parameter("name");
        JsonBody body = exchange.json();
        Optional<Setting> setting = body.oneOf("setting", code -> of(Subject.TRUNK, code), codes(Subject.TRUNK));
        Optional<String> value = body.plain("value");
        String why = why(body);
        body.check();
        if (settings.files().trunk(name).isEmpty()) {
            throw Problems.notFound("trunk of this name", "此名称的线路");
        }
        return make("value", set(new SettingKey(setting.orElseThrow(), name), value, author(exchange), why))
                .compose(done -> desk.see(watch.trunks()))
                .map(all -> Reply.ok(all.stream()
                        .filter(view -> view.trunk().name().equals(name))
                        .map(view -> FloorEndpoints.trunk(view, settings))
                        .findFirst()
                        .orElseThrow(() -> Problems.notFound("trunk of this name", "此名称的线路"))));
    }

    private static Optional<Setting> of(Subject subject, String code) {
        return Setting.ofCode(code).filter(setting -> setting.subject() == subject);
    }

    private static List<String> codes(Subject subject, String... more) {
        return Stream.concat(Stream.of(Setting.values())
                .filter(setting -> setting.subject() == subject)
                .map(Setting::code), Stream.of(more)).toList();
    }

    /** Without a value: as the files say. */
    private Wish set(SettingKey key, Optional<String> value, Author author, @Nullable String why) {
        return () -> settings.set(key, value.or(() -> settings.inFiles(key)).orElse(""), author, why);
    }

    private Future<Reply> changes(Exchange exchange) {
        Query query = exchange.query(Set.of("subject", "limit", "after"));
        Page<Long> page = Page.of(query, Keys::number);
        return blocking.call(BOOK, () -> book.page(query.text("subject"), page.after(), page.fetch()))
                .map(found -> Reply.ok(page.list(found, this::json, change -> Long.toString(change.id()))));
    }

    private Future<Reply> undo(Exchange exchange) {
        long id = exchange.numericId(Thing.CHANGE);
        Author author = author(exchange);
        return make("id", () -> settings.undo(id, author, null))
                .map(done -> Reply.ok(json(done.change()
                        .orElseThrow(() -> Problems
                                .conflict("The files say the same by now: there is nothing to undo.",
                                        "配置文件现已与此一致，无可撤销。")))));
    }

    private JsonObject json(Change change) {
        return ChangeJson.change(change, settings.undoable(change));
    }

    private Future<Reply> campaignNow(String id) {
        return Future.succeededFuture(Reply.ok(watch.current()
                .campaigns()
                .stream()
                .filter(campaign -> campaign.id().equals(id))
                .findFirst()
                .map(campaign -> FloorEndpoints.campaign(campaign, settings))
                .orElseThrow(() -> Problems.notFound(Thing.CAMPAIGN))));
    }

    /** It is kept first, then the floor hears of it; {@code field}: what of the request is wrong if it is refused. */
    private Future<Done> make(String field, Wish wish) {
        return blocking.call(BOOK, () -> {
            try {
                return wish.make();
            } catch (ChangeRefused refused) {
                throw problem(field, refused);
            }
        }).compose(done -> desk.ask(done.applied()).map(heard -> done));
    }

    private static ProblemException problem(String field, ChangeRefused refused) {
        return switch (refused.kind()) {
            case UNKNOWN -> Problems.notFound(new Words(refused.words().en().replaceFirst("^there is no ", ""),
                    refused.words().zh().replaceFirst("^没有", "")));
            case INVALID -> Problems.invalid(field, refused.words());
            case OVERTAKEN -> Problems.conflict(refused.words());
        };
    }

    private static @Nullable String why(JsonBody body) {
        return body.optionalText("why", LONGEST_WHY).map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }

    private static Author author(Exchange exchange) {
        var user = exchange.caller().user();
        return new Author(user.id(), user.login());
    }
}
