package com.callfloor.dialer.web;

import com.callfloor.dialer.quality.calibration.CalibrationBook;
import com.callfloor.dialer.quality.review.ReviewDesk;
import com.callfloor.dialer.quality.sampling.SampleDesk;
import com.callfloor.dialer.quality.search.CallSearch;
import com.callfloor.dialer.quality.speech.SpeechDesk;
import com.callfloor.dialer.quality.trend.TrendBook;

/** What QA works with. */
public record QualityParts(ReviewDesk reviews, SampleDesk samples, CallSearch search, TrendBook trends,
        CalibrationBook calibrations, SpeechDesk speech) {}
