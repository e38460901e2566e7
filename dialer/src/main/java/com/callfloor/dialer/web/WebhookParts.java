package com.callfloor.dialer.web;

import com.callfloor.dialer.webhooks.DeliveryBook;
import com.callfloor.dialer.webhooks.Receivers;

/** Who is told of what, and the messages on their way to them. */
public record WebhookParts(Receivers receivers, DeliveryBook book) {}
