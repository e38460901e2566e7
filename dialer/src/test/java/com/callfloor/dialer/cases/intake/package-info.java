@NullMarked
package com.callfloor.dialer.cases.intake;

import org.jspecify.annotations.NullMarked;
