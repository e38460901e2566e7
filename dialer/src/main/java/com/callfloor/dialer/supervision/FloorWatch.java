package com.callfloor.dialer.supervision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.words.Words;

/** The floor to look at. */
public interface FloorWatch {
    /** The floor as it stands. Never blocks; any thread. */
    FloorSnapshot current();

    /** Each way out of the floor as it stands, in the order in which they are tried. */
    CompletionStage<List<TrunkView>> trunks();

    /** Why registrations with carriers are lost, by the carrier's address. */
    CompletionStage<Map<String, Words>> lostRegistrations();

    /** What is to be said about a campaign's calls now; empty if there is no such campaign. */
    CompletionStage<Optional<DialingView>> dialing(String campaign);

    /**
     * Tells of every change from now on, in order, after {@link #current()} shows it.
     *
     * @param listener called on the floor's thread: it must only hand over and return, and never throw
     */
    Subscription subscribe(Consumer<FloorChange> listener);

    /** Ends with {@link #close()}; a change that is under way may still arrive. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
