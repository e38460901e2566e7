package com.callfloor.dialer.floor;

import java.util.function.ToIntFunction;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.words.Words;

/** What these scenarios want of a picture: agents free for any call, calls that need one of them, agents held for a call. */
record FloorLoad(int available, int underway, int held) {
    static FloorLoad of(FloorPicture picture) {
        return new FloorLoad(picture.free(), picture.ringing().size() + picture.waiting(), picture.held());
    }

    /** So many calls, whatever pacing would say. */
    static Pacing placing(ToIntFunction<FloorLoad> lines) {
        return (picture, campaign) -> new Pace(lines.applyAsInt(of(picture)), () -> Words.same("test"));
    }
}
