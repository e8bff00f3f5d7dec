package io.goodput.lab.report;

import java.util.ArrayList;
import java.util.List;

/** An axis from zero to a round number, with a tick at each multiple of one of 1, 2 and 5. */
record Axis(double top, double step) {
    /** The axis that holds the largest value, with about so many ticks. */
    static Axis upTo(double largest, int ticks) {
        var step = step(largest, ticks);
        return new Axis(Math.max(1, Math.ceil(largest / step - 1e-9)) * step, step);
    }

    /** The axis that ends where the values do, round or not. */
    static Axis exactly(double top, int ticks) {
        return new Axis(top, step(top, ticks));
    }

    private static double step(double largest, int ticks) {
        if (!(largest > 0)) {
            return 1;
        }
        var rough = largest / ticks;
        var power = Math.pow(10, Math.floor(Math.log10(rough)));
        var digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        for (var i = 0; i * step <= top * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
