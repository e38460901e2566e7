package com.callfloor.recorder.remote;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.recorder.audio.DebtorSide;

/**
 * What a recorder beside a remote PBX has to know.
 *
 * @param dialer the dialer's address
 * @param token the bearer token for its API
 * @param spool the PBX's monitor folder
 * @param debtorSide where its raw files have the debtor
 * @param poll pause between two looks
 * @param parallelism uploads at once
 * @param missingAfter how long after a call's end its raw file may still turn up
 */
record RemoteSettings(URI dialer, String token, Path spool, DebtorSide debtorSide, Duration poll, int parallelism,
        Duration missingAfter) {
    /** Without the token. */
    @Override
    public String toString() {
        return "dialer " + dialer + ", spool " + spool + ", debtor " + debtorSide + ", every " + poll.toSeconds()
                + " s, "
                + parallelism + " at once, missing after " + missingAfter.toSeconds() + " s";
    }
}
