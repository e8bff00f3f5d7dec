package io.goodput.lab.probe;

import io.goodput.config.quantity.Durations;
import io.goodput.config.quantity.Shares;
import io.goodput.load.fit.Goodness;
import io.goodput.load.fit.LinearFit;
import io.goodput.load.fit.SlotsFit;
import io.goodput.load.fit.UslFit;
import java.time.Duration;

/** The law that a service was found to follow, as the block {@code service} of a scenario has it. */
public sealed interface ServiceLaw {
    /** The block, in one line of YAML. */
    String yaml();

    /** The same for people. */
    String text();

    /** What tells how well the law fits. */
    Goodness goodness();

    /**
     * A fixed number of requests at a time, each for one of the measured latencies, and a line before them.
     *
     * @param queue the most that were seen waiting
     */
    record Slots(SlotsFit fit, int queue) implements ServiceLaw {
        @Override
        public String yaml() {
            return "{latency: \"file(" + ServiceFile.LATENCIES + ", ms)\", slots: " + fit.slots() + ", queue: " + queue
                    + "}";
        }

        @Override
        public String text() {
            return fit.slots() + " slots of " + seconds(fit.latency()) + ", and up to " + queue + " waiting";
        }

        @Override
        public Goodness goodness() {
            return fit.goodness();
        }
    }

    /** Takes everything on, and gets slower for each request inside. */
    record Linear(LinearFit fit, Goodness goodness) implements ServiceLaw {
        /**
         * A request meets as many as there are on average, and in a scenario {@code inflight} counts itself as well: so
         * the base is one slope less.
         */
        @Override
        public String yaml() {
            return "{latency: \"" + text() + "\"}";
        }

        @Override
        public String text() {
            return seconds(Math.max(0, fit.base() - fit.slope())) + " + " + seconds(fit.slope()) + " * inflight";
        }
    }

    /**
     * Takes everything on, and its requests hinder each other, so that throughput falls beyond a peak.
     *
     * @param fit with some coherence: without it, it is the linear law
     */
    record Scalability(UslFit fit) implements ServiceLaw {
        @Override
        public String yaml() {
            return "{latency: \"file(" + ServiceFile.LATENCIES + ", ms)\", usl: {contention: " + share(fit.sigma())
                    + ", coherence: " + share(fit.kappa()) + "}}";
        }

        @Override
        public String text() {
            return seconds(1 / fit.lambda()) + " alone, contention " + share(fit.sigma()) + ", coherence "
                    + share(fit.kappa());
        }

        @Override
        public Goodness goodness() {
            return fit.goodness();
        }

        /** To a millionth, which is finer than anything that was measured. */
        private static String share(double share) {
            return Shares.format(Math.min(1, Math.round(share * 1e6) / 1e6));
        }
    }

    private static String seconds(double seconds) {
        long nanos = Math.round(seconds * 1e9);
        // A tenth of a microsecond is finer than anything that was measured.
        return Durations.format(Duration.ofNanos(nanos > 1_000 ? Math.round(nanos / 100.0) * 100 : nanos));
    }
}
