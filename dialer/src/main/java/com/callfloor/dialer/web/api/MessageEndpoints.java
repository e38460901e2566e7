package com.callfloor.dialer.web.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Gateway;
import com.callfloor.dialer.messages.MessageBook.Begun;
import com.callfloor.dialer.messages.MessageBook.ByHand;
import com.callfloor.dialer.messages.MessageDesk;
import com.callfloor.dialer.messages.MessageDesk.ByHandResult;
import com.callfloor.dialer.messages.MessageState;
import com.callfloor.dialer.messages.MessageTemplate;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.supervision.FloorWatch;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.DecisionJson;
import com.callfloor.dialer.web.json.MessageJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** Messages to debtors, and what gateways tell of them. */
public final class MessageEndpoints {
    private static final String BOOK = "The book of messages";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EVIDENCE = 2000;
    private static final List<String> CHANNELS = List.of("sms", "email");
    private static final List<String> KINDS = List.of("personal", "work");

    private final MessageDesk desk;
    private final FloorWatch watch;
    private final Blocking quick;
    private final Blocking slow;

    /** {@code slow}: for what waits for a gateway. */
    public MessageEndpoints(MessageDesk desk, FloorWatch watch, Blocking quick, Blocking slow) {
        this.desk = desk;
        this.watch = watch;
        this.quick = quick;
        this.slow = slow;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.CASE_MESSAGES, this::list)
                .on(Operation.PREVIEW_MESSAGE, this::preview)
                .on(Operation.SEND_MESSAGE, this::send)
                .on(Operation.NOTE_EMAIL, this::noteEmail)
                .on(Operation.MESSAGE_TEMPLATES, this::templates)
                .on(Operation.MESSAGE_REPORTS, this::report);
    }

    /** Never cut into pages: the caps on messages keep it short. */
    private Future<Reply> list(Exchange exchange) {
        exchange.query(Set.of());
        CaseBefore.check(exchange, watch);
        CaseId id = exchange.caseId();
        return quick.call(BOOK, () -> desk.of(id)).map(found -> Reply.whole(found.stream().map(MessageJson::message)));
    }

    private Future<Reply> templates(Exchange exchange) {
        exchange.query(Set.of());
        return Future.succeededFuture(Reply.whole(desk.templates().stream().map(MessageJson::template)));
    }

    private Future<Reply> preview(Exchange exchange) {
        Query query = exchange.query(Set.of("template", "channel", "language"));
        CaseBefore.check(exchange, watch);
        Channel channel = channel(query.text("channel").orElse("sms"))
                .orElseThrow(() -> Problems.badParameter("channel", "must be sms or email", "须为 sms 或 email"));
        Optional<String> language = query.text("language");
        if (language.isPresent() && Language.ofTag(language.get()).isEmpty()) {
            throw Problems.badParameter("language", Must.beOneOf(Language.tags()));
        }
        var wish = new ByHand(exchange.caseId(), query.text("template").orElse(MessageTemplate.PAYMENT_DUE), channel,
                language);
        return quick.call(BOOK, () -> desk.preview(wish))
                .map(found -> Reply.ok(MessageJson.preview(found.orElseThrow(MessageEndpoints::unknownCase))));
    }

    private Future<Reply> send(Exchange exchange) {
        CaseBefore.check(exchange, watch);
        JsonBody body = exchange.json();
        String template = body.text("template", LONGEST_NAME);
        Optional<Channel> channel = body.oneOf("channel", MessageEndpoints::channel, CHANNELS);
        Optional<String> language = body.optionalText("language", LONGEST_NAME);
        if (language.isPresent() && Language.ofTag(language.get()).isEmpty()) {
            body.error("language", Must.beOneOf(Language.tags()));
        }
        if (template.equals(MessageTemplate.PROMISE_REMINDER)) {
            body.error("template", "is for reminders, which are sent when their time comes", "仅用于提醒，到时自动发送");
        } else if (channel.isPresent() && desk.templates()
                .stream()
                .noneMatch(
                        each -> each.name().equals(template) && each.channel() == channel.get())) {
            body.error("template", "is none of GET /api/messages/templates for this channel", "此渠道没有这个模板");
        }
        body.check();
        var wish = new ByHand(exchange.caseId(), template, channel.orElseThrow(), language);
        String by = exchange.caller().user().login();
        return slow.call("The gateway", () -> desk.byHand(wish, by)).map(MessageEndpoints::sent);
    }

    private static Reply sent(ByHandResult result) {
        return switch (result) {
            case ByHandResult.NoCase none -> throw Problems.notFound("open case with this id", "此编号的在催案件");
            case ByHandResult.NoGateway none -> throw Problems.conflict(
                    "No gateway carries this channel. List one under messages.gateways in config/floor.yaml.",
                    "没有承载该渠道的网关，请在 config/floor.yaml 的 messages.gateways 中配置。");
            case ByHandResult.Done(var message, Begun.NotNow(MessageState state, Words why, Optional<Decision> decision)) when state == MessageState.REFUSED
                    && decision.isPresent() ->
                throw Problems.deniedMessage(
                        Words.of("Message %s was not sent: %s.", "消息 %s 未发送，规则不允许。", message.id(), why),
                        DecisionJson.decision(decision.get()).getJsonArray("rules"));
            case ByHandResult.Done(var message, var begun) -> new Reply.Json(201, MessageJson.message(message));
        };
    }

    private Future<Reply> noteEmail(Exchange exchange) {
        CaseId id = exchange.caseId();
        JsonBody body = exchange.json();
        Optional<EmailAddress> address = EmailAddress.parse(body.text("address", 254));
        if (address.isEmpty() && !body.faulty()) {
            body.error("address", "must be one plain address such as name@example.com",
                    "须为一个邮箱地址，例如 name@example.com");
        }
        Optional<String> kind = body.oneOf("kind", text -> Optional.of(text).filter(KINDS::contains), KINDS);
        String evidence = body.text("evidence", LONGEST_EVIDENCE).strip();
        if (evidence.isEmpty() && !body.faulty()) {
            body.error("evidence", "must say how it is known to be the debtor's own", "请说明如何确认是债务人本人的地址");
        }
        body.check();
        String by = exchange.caller().user().login();
        boolean work = kind.orElseThrow().equals("work");
        return quick.call(BOOK, () -> desk.noteEmail(id, address.orElseThrow(), work, evidence, by)).map(noted -> {
            if (!noted) {
                throw unknownCase();
            }
            return new Reply.Json(201, new JsonObject().put("address", address.orElseThrow().masked())
                    .put("kind", kind.orElseThrow()));
        });
    }

    private Future<Reply> report(Exchange exchange) {
        String gateway = exchange.parameter("gateway");
        HttpServerRequest request = exchange.request();
        byte[] body = exchange.rawBody();
        return quick.call(BOOK, () -> {
            try {
                return desk.report(gateway, request::getHeader, body)
                        .orElseThrow(() -> Problems.notFound("gateway of this name", "此名称的网关"));
            } catch (Gateway.NotAuthentic e) {
                throw Problems.forbidden("report", Words.of("The report is not shown to come from the gateway: %s.",
                        "无法确认此回报来自该网关：%s。", String.valueOf(e.getMessage())));
            } catch (Gateway.Unreadable e) {
                throw Problems.badRequest(
                        Words.of("The report cannot be read: %s.", "回报无法读取：%s。", String.valueOf(e.getMessage())));
            }
        }).map(known -> Reply.ok(new JsonObject().put("known", known)));
    }

    private static Optional<Channel> channel(String code) {
        return Channel.ofCode(code).filter(Channel::isMessage);
    }

    private static ProblemException unknownCase() {
        return Problems.notFound(Thing.CASE);
    }
}
