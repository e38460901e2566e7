package com.callfloor.dialer.rules.pack;

import java.util.Locale;

import com.callfloor.dialer.rules.history.Callee;

/** Which earlier calls count together with the one that is asked for. */
public enum Scope {
    /** All calls about the person, whichever debt and number. */
    PERSON {
        @Override
        public boolean joins(Callee one, Callee other) {
            return one.person() == other.person();
        }
    },
    /** All calls about the debt, whoever was called. */
    DEBT {
        @Override
        public boolean joins(Callee one, Callee other) {
            return one.debt() == other.debt();
        }
    },
    /** All calls to the person about the debt, across all numbers. */
    PERSON_AND_DEBT {
        @Override
        public boolean joins(Callee one, Callee other) {
            return one.person() == other.person() && one.debt() == other.debt();
        }
    },
    /** All calls to the number, whoever was wanted. */
    NUMBER {
        @Override
        public boolean joins(Callee one, Callee other) {
            return one.number() == other.number();
        }
    },
    /** All calls to the person's lines of the same kind, such as all that ring at work. */
    LINE {
        @Override
        public boolean joins(Callee one, Callee other) {
            return one.person() == other.person() && one.line() == other.line();
        }
    },
    /** All calls about anybody of the household. */
    HOUSEHOLD {
        @Override
        public boolean joins(Callee one, Callee other) {
            return one.household() == other.household();
        }
    },
    /** All calls about the lender's account. */
    ACCOUNT {
        @Override
        public boolean joins(Callee one, Callee other) {
            return one.account() == other.account();
        }
    };

    public abstract boolean joins(Callee one, Callee other);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
