package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.pbx.PbxSettings;
import com.callfloor.dialer.web.phone.PhoneLine;

/**
 * What a dialer is started with, once it is settled where database and PBX are.
 *
 * @param clock the floor's, which decides about hours
 * @param simulated whether that clock is a demo's
 * @param browserPhones the way of phones in browsers, if there is one
 * @param spool the PBX's recording folder, if this machine sees it; otherwise a recorder runs beside the PBX
 */
record DialerParts(Home home, FloorConfig config, PbxSettings pbx, Optional<Path> spool,
        Clock clock, boolean simulated, Optional<PhoneLine> browserPhones) {}
