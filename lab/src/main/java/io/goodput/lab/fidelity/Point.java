package io.goodput.lab.fidelity;

/**
 * One stretch of a run at a constant rate: what was measured beside what was predicted.
 *
 * @param scenario the scenario's name
 * @param variant the variant's name
 * @param from start of what is compared, in seconds of the run
 * @param to end of it
 * @param offered calls a second of the real run; chance makes them more or fewer than the rate says
 * @param load the rate, as a share of what the slots can serve
 * @param measured goodput of the real run
 * @param predicted goodput of the lab, the mean over its seeds
 * @param part which part of the run this is
 */
public record Point(
        String scenario,
        String variant,
        double from,
        double to,
        double offered,
        double load,
        double measured,
        double predicted,
        Part part) {
    /** The prediction has to be that near. */
    public static final double TOLERANCE = 0.1;

    /** Of what is offered: a difference below it is as good as none, where almost nothing is answered. */
    private static final double NEGLIGIBLE = 0.01;

    /** Parts of a run. */
    public enum Part {
        /** The load has been the same for a while. */
        STEADY,
        /** The load has just fallen; how long a service takes to be well again is a matter of chance. Not judged. */
        RECOVERY
    }

    /** Measured for each predicted; NaN if nothing was predicted. */
    public double ratio() {
        return predicted == 0 ? Double.NaN : measured / predicted;
    }

    /** True if it counts, and is off by more than 10 % of the prediction and by more than 1 % of what was offered. */
    public boolean deviates() {
        double off = Math.abs(measured - predicted);
        return part == Part.STEADY && off > TOLERANCE * predicted && off > NEGLIGIBLE * offered;
    }

    /** What is made of it. */
    public String verdict() {
        if (part == Part.RECOVERY) {
            return "recovery, not judged";
        }
        return deviates() ? "off" : "ok";
    }
}
