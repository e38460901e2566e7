package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Clock;

import com.callfloor.dialer.cases.CaseStore;
import com.callfloor.dialer.cases.CaseWithdrawals;
import com.callfloor.dialer.cases.ClosedCases;
import com.callfloor.dialer.cases.ImportBook;

/**
 * What imports write to.
 *
 * @param rejects folder of the files of rejected rows; made when it is first needed
 * @param mostMissing 0 to 1: the share of a lender's open cases that a full file may withdraw without being asked about
 * @param closed hears of withdrawn cases
 */
record ImportParts(ImportBook book, CaseStore cases, CaseWithdrawals withdrawals, Path rejects, double mostMissing,
        Clock clock, ClosedCases closed) {}
