package com.callfloor.dialer.effect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Currency;
import java.util.OptionalDouble;

/**
 * What calling and writing cost.
 *
 * @param agentHour  minor units for an hour of talk or wrap-up, 0 or more; time between calls is no group's
 * @param lineMinute minor units for a minute of a line, ringing included, 0 or more
 * @param smsSegment minor units for each part that an SMS goes out as, 0 or more
 * @param email minor units for an e-mail, 0 or more
 */
public record Costs(Currency currency, BigDecimal agentHour, BigDecimal lineMinute, BigDecimal smsSegment,
        BigDecimal email) {
    private static final BigDecimal MILLIS_OF_HOUR = BigDecimal.valueOf(Duration.ofHours(1).toMillis());
    private static final BigDecimal MILLIS_OF_MINUTE = BigDecimal.valueOf(Duration.ofMinutes(1).toMillis());

    /** @throws IllegalArgumentException if a rate is negative */
    public Costs {
        if (agentHour.signum() < 0 || lineMinute.signum() < 0 || smsSegment.signum() < 0 || email.signum() < 0) {
            throw new IllegalArgumentException("a cost is 0 or more minor units");
        }
    }

    /** In minor units, rounded to the nearest. */
    public long of(Effect effect) {
        Effect.Calls calls = effect.calls();
        BigDecimal agents = agentHour.multiply(millis(calls.talk().plus(calls.wrapUp())))
                .divide(MILLIS_OF_HOUR, 6, RoundingMode.HALF_UP);
        BigDecimal lines = lineMinute.multiply(millis(calls.line())).divide(MILLIS_OF_MINUTE, 6, RoundingMode.HALF_UP);
        BigDecimal messages = smsSegment.multiply(BigDecimal.valueOf(effect.messages().segments()))
                .add(email.multiply(BigDecimal.valueOf(effect.messages().emails())));
        return agents.add(lines).add(messages).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** cost / recovered in the currency of the costs; absent where nothing was. */
    public OptionalDouble perRecovered(Effect effect) {
        long recovered = effect.money().recovered().getOrDefault(currency, 0L);
        return recovered <= 0 ? OptionalDouble.empty() : OptionalDouble.of((double) of(effect) / recovered);
    }

    private static BigDecimal millis(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis());
    }
}
