package com.callfloor.dialer.web.access;

import com.callfloor.dialer.staff.IdentityProvider;
import com.callfloor.dialer.staff.ProvidedPeople;

/** An identity provider, and who of its people comes in; {@code name}: what the sign-in page calls it. */
public record Provided(String name, IdentityProvider provider, ProvidedPeople people) {}
