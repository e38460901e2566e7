/**
 * Which number of a debtor a scarce attempt is spent on: the chance that a person answers, learned from this floor's own
 * outcomes, and the choice by it. Pure.
 */
@NullMarked
package com.callfloor.dialer.contacts;

import org.jspecify.annotations.NullMarked;
