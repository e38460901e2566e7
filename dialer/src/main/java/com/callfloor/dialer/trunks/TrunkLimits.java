package com.callfloor.dialer.trunks;

/**
 * What bounds a trunk now. A lower limit ends no call; it only lets no new one begin.
 *
 * @param channels see {@link Trunk}
 * @param callsPerSecond see {@link Trunk}
 * @param open whether calls are placed through it at all
 */
public record TrunkLimits(int channels, double callsPerSecond, boolean open) {
    public static TrunkLimits of(Trunk trunk) {
        return new TrunkLimits(trunk.channels(), trunk.callsPerSecond(), true);
    }

    public TrunkLimits withChannels(int wanted) {
        return new TrunkLimits(wanted, callsPerSecond, open);
    }

    public TrunkLimits withCallsPerSecond(double wanted) {
        return new TrunkLimits(channels, wanted, open);
    }

    public TrunkLimits opened(boolean wanted) {
        return new TrunkLimits(channels, callsPerSecond, wanted);
    }
}
