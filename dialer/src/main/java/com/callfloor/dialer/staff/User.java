package com.callfloor.dialer.staff;

import com.callfloor.dialer.agents.Extension;
import org.jspecify.annotations.Nullable;

/**
 * Someone who may sign in.
 *
 * @param extension the SIP phone of an agent, or the one a supervisor listens in on
 */
public record User(long id, String login, String name, Role role, @Nullable Extension extension) {}
