package com.callfloor.dialer.quality.review;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.quality.card.Scoring.Result;

/**
 * One version of a review. Once it has a result it is never changed again; a correction is the next one.
 *
 * @param number from 1
 * @param why what a correction is for; empty for the first
 * @param result empty while it is a draft
 */
public record Version(int number, Person by, Instant at, Optional<String> why, Content content,
        Optional<Result> result) {}
