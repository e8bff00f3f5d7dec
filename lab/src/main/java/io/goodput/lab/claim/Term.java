package io.goodput.lab.claim;

import io.goodput.lab.result.VariantResult;
import io.goodput.sim.Estimate;
import java.util.List;

/** One side of a claim. */
public sealed interface Term {
    /** Its value, seconds for a time and per second for a rate; {@link Estimate#NONE} if it was never measured. */
    Estimate value(List<VariantResult> variants);

    /** What it is counted in. */
    Dimension dimension();

    /** A number that the scenario gives. */
    record Constant(double number, Dimension dimension) implements Term {
        @Override
        public Estimate value(List<VariantResult> variants) {
            return new Estimate(number, Double.NaN, Double.NaN);
        }
    }

    /** A figure of one variant, times a factor. */
    record Figure(double factor, Measure measure, String variant) implements Term {
        @Override
        public Estimate value(List<VariantResult> variants) {
            Estimate figure = variants.stream()
                    .filter(report -> report.name().equals(variant))
                    .findFirst()
                    .map(this::of)
                    .orElse(Estimate.NONE);
            return new Estimate(factor * figure.mean(), factor * figure.low(), factor * figure.high());
        }

        private Estimate of(VariantResult report) {
            return measure.isUsual()
                    ? measure.metric().of(report)
                    : report.figures().getOrDefault(measure.key(), Estimate.NONE);
        }

        @Override
        public Dimension dimension() {
            return measure.metric().dimension();
        }

        @Override
        public String toString() {
            return measure.text(variant);
        }
    }
}
