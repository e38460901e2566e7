package com.callfloor.dialer.web.phone;

import java.net.URI;

import com.callfloor.dialer.agents.BrowserPhones;

/** Where the PBX takes phones in browsers, and which they are. */
public record PhoneLine(URI pbx, BrowserPhones phones) {}
