package com.callfloor.dialer.pbx;

import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.event.ManagerEvent;

/** Who hears what happens on the link. Called from the link's and the library's threads: must only hand over. */
interface LinkEars {
    /** A connection is signed in; events of it may have been heard before. */
    void opened(AmiSession session, String version);

    /** In the PBX's order for one session. */
    void heard(AmiSession session, ManagerEvent event);

    /** A connection has ended or could not be opened; once for each. Events of it that come later are to be ignored. */
    void lost(AmiSession session, Words why);

    /** How much of what was heard is not dealt with yet. */
    int backlog();
}
