package com.callfloor.dialer.web.phone;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.web.access.Caller;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketBase;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * Which headset somebody uses, and the way of a phone in a browser to the PBX. The PBX's own door stays shut to the world:
 * only who is signed in gets through here, and with a password that is good until the next one is asked for.
 */
public final class PhoneEndpoints {
    private static final String SIP = "sip";
    /** What a browser says as it leaves a page. */
    private static final short PAGE_LEFT = 1001;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** 62^32 is more than 2^190. */
    private static final int SECRET_LENGTH = 32;
    private static final List<String> HEADSETS = List.of("browser", "phone");

    private final Vertx vertx;
    private final FloorControl floor;
    private final Optional<PhoneLine> line;
    private final WebSocketClient client;
    private final SecureRandom random;
    /** By session; for the event loop. */
    private final Map<String, Set<Line>> lines = new HashMap<>();

    /** Made once; {@code line}: empty if the floor has no phones in browsers. */
    public PhoneEndpoints(Vertx vertx, FloorControl floor, Optional<PhoneLine> line, SecureRandom random) {
        this.vertx = vertx;
        this.floor = floor;
        this.line = line;
        this.client = vertx.createWebSocketClient();
        this.random = random;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.HEADSET, this::choose).on(Operation.PHONE_LINE, this::open);
    }

    private Future<Reply> choose(Exchange exchange) {
        JsonBody body = exchange.json();
        Optional<String> headset = body.oneOf("headset", code -> Optional.of(code).filter(HEADSETS::contains),
                HEADSETS);
        body.check();
        User user = exchange.caller().user();
        Extension own = user.extension();
        if (own == null) {
            throw Problems.conflict("You have no extension. An administrator gives you one, then choose again.",
                    "您没有分机，请由管理员分配后再选择。");
        }
        return headset.filter("browser"::equals).isPresent() ? browser(user, own) : use(user, own, null);
    }

    private Future<Reply> browser(User user, Extension own) {
        Extension phone = line().phones().of(own);
        String secret = secret();
        return onEventLoop(floor.admitPhone(phone, secret)).compose(reply -> {
            if (reply instanceof Refused refused) {
                throw Problems.unavailable(Words.of(
                        "Your phone in the browser cannot be used now: %s. Try again soon, or choose the desk phone.",
                        "浏览器电话暂不可用：%s。请稍后再试，或改用桌面话机。", refused.why()));
            }
            closeOthers(user);
            return use(user, phone, secret);
        });
    }

    private Future<Reply> use(User user, Extension phone, @Nullable String secret) {
        JsonObject answer = new JsonObject().put("headset", secret == null ? "phone" : "browser")
                .put("extension", phone.digits())
                .put("secret", secret);
        if (user.role() != Role.AGENT) {
            return Future.succeededFuture(Reply.ok(answer));
        }
        return onEventLoop(floor.headset(new AgentId(user.id()), phone)).map(reply -> accepted(reply, answer));
    }

    private <T> Future<T> onEventLoop(CompletionStage<T> reply) {
        return Future.fromCompletionStage(reply, vertx.getOrCreateContext());
    }

    private static Reply accepted(FloorReply reply, JsonObject answer) {
        if (reply instanceof Refused refused) {
            throw Problems.conflict(refused.why());
        }
        return Reply.ok(answer);
    }

    private String secret() {
        StringBuilder secret = new StringBuilder();
        for (int i = 0; i < SECRET_LENGTH; i++) {
            secret.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return secret.toString();
    }

    private Future<Reply> open(Exchange exchange) {
        exchange.query(Set.of());
        PhoneLine there = line();
        if (!exchange.request().canUpgradeToWebSocket()) {
            throw Problems.webSocketOnly();
        }
        var options = new WebSocketConnectOptions().setAbsoluteURI(there.pbx().toString()).addSubProtocol(SIP);
        return client.connect(options)
                .recover(away -> Future.failedFuture(
                        Problems.unavailable(
                                new Words("The PBX does not take phones in browsers just now. Try again soon.",
                                        "PBX 暂不接受浏览器电话，请稍后重试。"))))
                .compose(pbx -> exchange.request()
                        .toWebSocket()
                        .onFailure(gone -> pbx.close())
                        .map(browser -> join(browser, pbx, keep(exchange.caller(), browser))));
    }

    /** The phone at hand: the one in a browser, if that is open, else the one on the desk. On the event loop. */
    public Optional<Extension> phoneOf(User user) {
        Optional<Extension> own = Optional.ofNullable(user.extension());
        boolean open = lines.values().stream().flatMap(Set::stream).anyMatch(each -> each.user().id() == user.id());
        return open ? own.map(line().phones()::of) : own;
    }

    /** The phone is another page now: the one before learns it as it registers again, and is refused. */
    private void closeOthers(User user) {
        List<Line> before = lines.values()
                .stream()
                .flatMap(Set::stream)
                .filter(line -> line.user().id() == user.id())
                .toList();
        // Its session may end before it is closed, and must not bar the phone to the next page.
        lines.values().forEach(open -> open.removeAll(before));
        before.forEach(line -> line.browser().close());
    }

    /** What is to be done once the line is closed. */
    private Runnable keep(Caller caller, ServerWebSocket browser) {
        String session = caller.credential().tokenHash();
        var line = new Line(browser, caller.user());
        lines.computeIfAbsent(session, key -> new HashSet<>()).add(line);
        return () -> {
            Extension own = caller.user().extension();
            if (own != null && Short.valueOf(PAGE_LEFT).equals(browser.closeStatusCode())) {
                floor.phoneGone(line().phones().of(own));
            }
            lines.computeIfPresent(session, (key, open) -> {
                open.remove(line);
                return open.isEmpty() ? null : open;
            });
        };
    }

    /** Whoever is signed out has no phone any more: its line is closed, and its password is worth nothing. */
    public void endSession(String tokenHash) {
        Set<Line> open = lines.remove(tokenHash);
        if (open != null) {
            open.forEach(each -> {
                each.browser().close();
                Extension own = each.user().extension();
                if (own != null) {
                    floor.barPhone(line().phones().of(own), secret());
                }
            });
        }
    }

    private record Line(ServerWebSocket browser, User user) {}

    /** Neither side is read faster than the other takes it. */
    private static Reply join(ServerWebSocket browser, WebSocket pbx, Runnable closed) {
        pass(browser, pbx, closed);
        pass(pbx, browser, () -> {
        });
        return new Reply.Written();
    }

    private static void pass(WebSocketBase from, WebSocketBase to, Runnable closed) {
        from.frameHandler(frame -> {
            boolean passes = frame.isText() || frame.isBinary() || frame.isContinuation();
            if (passes && !to.isClosed()) {
                to.writeFrame(frame);
                if (to.writeQueueFull()) {
                    from.pause();
                    to.drainHandler(room -> from.resume());
                }
            }
        });
        from.closeHandler(gone -> {
            to.close();
            closed.run();
        });
        from.exceptionHandler(broken -> to.close());
    }

    private PhoneLine line() {
        return line.orElseThrow(() -> Problems.conflict(
                "This floor has no phones in browsers: agents.browser_phones.url in floor.yaml names none.",
                "本系统没有浏览器电话：floor.yaml 中 agents.browser_phones.url 为空。"));
    }
}
