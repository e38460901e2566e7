package com.callfloor.dialer.quality.review;

/** Somebody who works with reviews, by their user's id. */
public record Person(long id, String name) {}
