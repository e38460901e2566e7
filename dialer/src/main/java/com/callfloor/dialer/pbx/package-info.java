/** The only package that knows asterisk-java: the floor's PBX port over Asterisk's manager interface. */
@NullMarked
package com.callfloor.dialer.pbx;

import org.jspecify.annotations.NullMarked;
