package com.callfloor.dialer.supervision;

/**
 * What is being dialed, and how.
 *
 * @param id stable and safe in a path, such as {@code main}
 */
public record Campaign(String id, String name, CampaignMode mode) {}
