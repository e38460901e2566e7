/** Sentences for people, in both languages of the house. Pure. */
@NullMarked
package com.callfloor.dialer.words;

import org.jspecify.annotations.NullMarked;
