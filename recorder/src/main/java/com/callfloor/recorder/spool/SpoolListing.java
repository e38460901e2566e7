package com.callfloor.recorder.spool;

import java.util.List;

/**
 * What lies in the spool at one moment.
 *
 * @param raws raw recordings
 * @param strangers names of everything else; left alone
 */
public record SpoolListing(List<RawFile> raws, List<String> strangers) {
    public SpoolListing {
        raws = List.copyOf(raws);
        strangers = List.copyOf(strangers);
    }
}
