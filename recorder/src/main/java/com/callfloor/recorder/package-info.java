@NullMarked
package com.callfloor.recorder;

import org.jspecify.annotations.NullMarked;
