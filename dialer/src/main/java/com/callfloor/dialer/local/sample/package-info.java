/** Makes the synthetic case files of the local demo floor. No part of production. */
@NullMarked
package com.callfloor.dialer.local.sample;

import org.jspecify.annotations.NullMarked;
