package io.goodput.lab.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis and its ticks, each a multiple of one of 1, 2 and 5. It is linear and starts at zero, or it is logarithmic
 * and starts above.
 */
public record Axis(double bottom, double top, List<Double> ticks) {
    private static final int[] DIGITS = {1, 2, 5};

    /** The axis from zero to a round number that holds the largest value, with about so many ticks. */
    public static Axis upTo(double largest, int ticks) {
        var step = step(largest, ticks);
        var top = Math.max(1, Math.ceil(largest / step - 1e-9)) * step;
        return new Axis(0, top, ticks(top, step));
    }

    /** The axis from zero that ends where the values do, round or not. */
    public static Axis exactly(double top, int ticks) {
        return new Axis(0, top, ticks(top, step(top, ticks)));
    }

    /** The logarithmic axis of at least a decade that holds what lies between two values; from 1 to 10 for nothing. */
    public static Axis decades(double smallest, double largest) {
        if (!(smallest > 0 && smallest <= largest)) {
            return decades(1, 10);
        }
        var all = new ArrayList<Double>();
        var bottom = 0.0;
        for (var power = (int) Math.floor(Math.log10(smallest)); ; power++) {
            for (var digit : DIGITS) {
                // Divided, for a negative power of ten is not exact.
                var tick = power < 0 ? digit / Math.pow(10, -power) : digit * Math.pow(10, power);
                if (all.isEmpty() || tick <= smallest) {
                    all.clear();
                    bottom = tick;
                }
                all.add(tick);
                if (tick >= largest && tick >= bottom * 9.99) {
                    return new Axis(bottom, tick, sparse(all));
                }
            }
        }
    }

    /** Over more than two decades, those that start them are enough. */
    private static List<Double> sparse(List<Double> ticks) {
        if (ticks.getLast() <= 100.1 * ticks.getFirst()) {
            return List.copyOf(ticks);
        }
        return ticks.stream()
                .filter(tick -> Math.abs(Math.log10(tick) - Math.rint(Math.log10(tick))) < 1e-9)
                .toList();
    }

    /** How far up a value lies, from 0 to 1; what is below the axis lies on its end. */
    public double share(double value) {
        if (bottom == 0) {
            return value / top;
        }
        return value <= bottom ? 0 : Math.log(value / bottom) / Math.log(top / bottom);
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

    private static List<Double> ticks(double top, double step) {
        var ticks = new ArrayList<Double>();
        for (var i = 0; i * step <= top * (1 + 1e-9); i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
