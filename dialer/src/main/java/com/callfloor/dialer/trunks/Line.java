package com.callfloor.dialer.trunks;

import com.callfloor.dialer.cases.PhoneNumber;
import org.jspecify.annotations.Nullable;

/**
 * The way one call leaves.
 *
 * @param callerId the number shown; null leaves it to the trunk
 */
public record Line(String trunk, @Nullable PhoneNumber callerId) {}
