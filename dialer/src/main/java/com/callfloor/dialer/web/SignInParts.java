package com.callfloor.dialer.web;

import java.util.Optional;

import com.callfloor.dialer.staff.SignInPolicy;
import com.callfloor.dialer.web.access.Provided;

/** {@code provided}: an identity provider that people may come by. */
public record SignInParts(SignInPolicy policy, Optional<Provided> provided) {}
