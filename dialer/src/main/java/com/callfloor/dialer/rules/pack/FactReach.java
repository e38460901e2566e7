package com.callfloor.dialer.rules.pack;

import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.StandingFact;

/** Which calls a fact bears on. One that should name a number and names none bears on all numbers of its person. */
public enum FactReach {
    /** Every call about the person. */
    PERSON {
        @Override
        public boolean covers(StandingFact fact, Callee callee) {
            return fact.person() == callee.person();
        }
    },
    /** Every call to the person about the debt. */
    DEBT {
        @Override
        public boolean covers(StandingFact fact, Callee callee) {
            return fact.person() == callee.person() && fact.debt() == callee.debt();
        }
    },
    /** Every call to the number, whoever is wanted. */
    NUMBER {
        @Override
        public boolean covers(StandingFact fact, Callee callee) {
            return fact.numberNamed() == null
                    ? fact.person() == callee.person()
                    : fact.numberNamed() == callee.number();
        }
    },
    /** Every call to the person on the number. */
    PERSONS_NUMBER {
        @Override
        public boolean covers(StandingFact fact, Callee callee) {
            return fact.person() == callee.person() && fact.fitsNumber(callee.number());
        }
    };

    public abstract boolean covers(StandingFact fact, Callee callee);
}
