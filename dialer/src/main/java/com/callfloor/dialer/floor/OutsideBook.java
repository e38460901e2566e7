package com.callfloor.dialer.floor;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.Requester;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** To whom outside the floor a debtor may be put through. Confined to the floor's thread, but for {@link #forbidden}. */
final class OutsideBook {
    static final Words NOBODY_KNOWS = new Words("the database does not say whether its number may be called",
            "数据库未能答复该号码可否拨打");

    private static final Logger LOG = LoggerFactory.getLogger(OutsideBook.class);

    private final List<OutsideDestination> destinations;
    private final OutsideNumbers numbers;

    OutsideBook(List<OutsideDestination> destinations, OutsideNumbers numbers) {
        this.destinations = destinations;
        this.numbers = numbers;
    }

    /** Those that this debtor may be put through to by whoever asks. */
    List<OutsideDestination> of(OpenCall call, Requester by) {
        return destinations.stream().filter(one -> mayHear(one, call) && one.mayBeChosenBy(by)).toList();
    }

    /** Whoever asks. */
    Optional<OutsideDestination> find(OpenCall call, String name) {
        return destinations.stream().filter(one -> one.name().equals(name) && mayHear(one, call)).findFirst();
    }

    /** A listed contact must not hear of the debt, and whoever is called would speak of it. */
    private static boolean mayHear(OutsideDestination destination, OpenCall call) {
        return call.purpose == Purpose.COLLECTION && destination.isFor(call.card.lender());
    }

    /** Why its number is not to be called. Blocks: not on the floor's thread. */
    Optional<Words> forbidden(OutsideDestination to) {
        try {
            return numbers.mayBeCalled(to.number())
                    ? Optional.empty()
                    : Optional.of(
                            new Words(
                                    "its number is a debtor's, or on a do-not-call list, and is not called by this way",
                                    "该号码属于债务人或在勿扰名单中，不能以此方式拨打"));
        } catch (LedgerUnavailable e) {
            LOG.warn("whether outside destination {} may be called is not known: it is not", to.name(), e);
            return Optional.of(NOBODY_KNOWS);
        }
    }

    static Refused nobodyOfThatName() {
        return Refused.notNow("this debtor cannot be put through to anybody of that name; choose from the list",
                "不能将该债务人转给此外部联系方，请从列表中选择");
    }

    static Refused onlyASupervisor() {
        return Refused.notNow("only a supervisor puts somebody through to them; ask one", "仅班长可转接至该方，请联系班长");
    }
}
