/** A second, brute-force reading of config/rules/README.md that the engine is held against; shares no code with it. */
@NullMarked
package com.callfloor.dialer.rules.oracle;

import org.jspecify.annotations.NullMarked;
