package com.callfloor.dialer.web.feed;

/** Where a connection's messages go. */
interface FeedSink {
    /** Whether what was written already waits for the client to read on. */
    boolean full();

    void write(String message);
}
