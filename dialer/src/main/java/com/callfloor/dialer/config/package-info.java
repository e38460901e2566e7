/** The floor's configuration file, its environment overrides and their errors. */
@NullMarked
package com.callfloor.dialer.config;

import org.jspecify.annotations.NullMarked;
