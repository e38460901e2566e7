package com.callfloor.dialer.strategy;

/**
 * Where a case stands, and why.
 *
 * @param because one sentence in English
 * @param becauseChinese the same in Chinese
 */
public record Placement(Stage stage, Segment segment, StagePlan plan, String because, String becauseChinese) {}
