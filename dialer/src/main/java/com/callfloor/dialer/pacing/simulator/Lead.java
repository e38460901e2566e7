package com.callfloor.dialer.pacing.simulator;

/**
 * A call that may be placed, and what becomes of it. Times in milliseconds.
 *
 * @param luck uniform from 0 to 1: a person answers if it is below the answer rate of the time at which it is dialed
 * @param answerMs how long it rings until a person answers, if one does
 * @param silentMs how long it rings if nobody does
 * @param busyMs after how long it is engaged or has failed, if so
 */
public record Lead(double luck, int answerMs, int silentMs, int busyMs, int talkMs, int wrapUpMs) {}
