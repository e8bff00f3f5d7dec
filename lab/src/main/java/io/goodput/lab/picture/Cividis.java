package io.goodput.lab.picture;

import java.util.List;

/**
 * A scale of colours from dark blue over grey to yellow, even in lightness and the same to colour-blind people (Nuñez,
 * Anderton and Renslow 2018).
 */
final class Cividis {
    private static final List<Integer> STOPS = List.of(
            0x00204d, 0x00306f, 0x2a406c, 0x48526b, 0x5e626e, 0x727374, 0x878479, 0x9e9677, 0xb6a971, 0xd0be67,
            0xead357, 0xffea46);
    private static final double LIGHT = 0.45;

    private Cividis() {}

    /** The colour of a share of the way, from 0 to 1. */
    static String of(double share) {
        double stop = Math.clamp(share, 0, 1) * (STOPS.size() - 1);
        int below = Math.min((int) stop, STOPS.size() - 2);
        double part = stop - below;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = STOPS.get(below) >> shift & 0xff;
            int to = STOPS.get(below + 1) >> shift & 0xff;
            colour = colour << 8 | (int) Math.round(from + part * (to - from));
        }
        return "#%06x".formatted(colour);
    }

    /** What can be read on it. */
    static String ink(double share) {
        return share < LIGHT ? "#ffffff" : "#000000";
    }
}
