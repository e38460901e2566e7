package com.callfloor.dialer.web;

import com.callfloor.dialer.recordings.AccessBook;
import com.callfloor.dialer.recordings.ExportBook;
import com.callfloor.dialer.staff.TeamBook;

/**
 * What guards recordings.
 *
 * @param agentsHearOwn whether agents may hear their own calls
 */
public record RecordingBooks(TeamBook teams, AccessBook accesses, ExportBook exports, boolean agentsHearOwn) {}
