/** What a recording is made of: stereo PCM at 8 kHz, its WAV form, the levels of both sides, the flaws. */
@NullMarked
package com.callfloor.recorder.audio;

import org.jspecify.annotations.NullMarked;
