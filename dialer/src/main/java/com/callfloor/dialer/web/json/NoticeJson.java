package com.callfloor.dialer.web.json;

import com.callfloor.dialer.supervision.NoticeBook.Notice;
import com.callfloor.dialer.supervision.NoticeBook.Sent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What supervisors tell agents. */
public final class NoticeJson {
    private NoticeJson() {}

    public static JsonObject notice(Notice notice) {
        return new JsonObject().put("id", notice.id())
                .put("at", Times.text(notice.at()))
                .put("from", notice.from())
                .put("team", notice.team())
                .put("text", notice.words());
    }

    public static JsonObject sent(Sent sent) {
        JsonArray readers = new JsonArray();
        sent.readers()
                .forEach(reader -> readers.add(new JsonObject().put("agent_id", reader.agent().value())
                        .put("name", reader.name())
                        .put("read_at", Times.textOrNull(reader.readAt()))));
        return notice(sent.notice()).put("readers", readers);
    }
}
