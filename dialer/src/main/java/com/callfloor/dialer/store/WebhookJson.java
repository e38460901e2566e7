package com.callfloor.dialer.store;

import java.util.LinkedHashMap;
import java.util.Map;

import com.callfloor.dialer.webhooks.WebhookEvent;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Events as they go to receivers; config/webhooks.md describes them. */
final class WebhookJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private WebhookJson() {}

    /** One line of JSON. */
    static String of(String messageId, WebhookEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", messageId);
        fields.put("type", event.kind().code());
        fields.put("at", event.at().toString());
        fields.put("data", event.data());
        return MAPPER.valueToTree(fields).toString();
    }
}
