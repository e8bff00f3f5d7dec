package io.goodput.lab.run;

import io.goodput.lab.claim.Measure;
import io.goodput.lab.claim.Metric;
import io.goodput.lab.claim.Term;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.lab.scenario.Scenario;
import io.goodput.lab.world.Tally;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is measured of a variant besides what every report has: the parts of a model that has several, and what the
 * claims speak of.
 */
record Measures(List<Measure> list) {
    private static final List<Metric> OF_POPULATIONS = List.of(Metric.GOODPUT, Metric.SUCCESS, Metric.P99);
    private static final List<Metric> OF_SERVICES =
            List.of(Metric.ATTEMPTS, Metric.THROUGHPUT, Metric.REFUSED, Metric.INFLIGHT);

    static Measures of(Scenario scenario, String variant, Model model) {
        Set<Measure> all = new LinkedHashSet<>();
        all.add(Measure.of(Metric.SUCCESS));
        if (model.populations().size() > 1) {
            for (Population population : model.populations()) {
                OF_POPULATIONS.forEach(metric -> all.add(new Measure(metric, population.name(), null)));
            }
        }
        if (model.services().size() > 1) {
            for (Service service : model.services()) {
                OF_SERVICES.forEach(metric -> all.add(new Measure(metric, service.name(), null)));
            }
        }
        model.services().stream()
                .filter(service -> service.section() != null)
                .forEach(service -> all.add(new Measure(Metric.WARNED, service.name(), null)));
        scenario.claims().stream()
                .flatMap(claim -> Stream.of(claim.left(), claim.right()))
                .filter(Term.Figure.class::isInstance)
                .map(Term.Figure.class::cast)
                .filter(figure ->
                        figure.variant().equals(variant) && !figure.measure().isUsual())
                .forEach(figure -> all.add(figure.measure()));
        if (scenario.sweep() != null) {
            scenario.sweep().figures().stream()
                    .filter(measure -> !measure.isUsual())
                    .forEach(all::add);
        }
        return new Measures(List.copyOf(all));
    }

    /** Lets a run count what some of them ask for of single endpoints. */
    void askFor(Tally tally) {
        list.stream().map(Measure::part).filter(Objects::nonNull).forEach(part -> {
            if (!tally.hasClients(part) && !tally.hasService(part)) {
                tally.countSentTo(part);
            }
        });
    }

    /** The percentile that a metric is, which is taken over all runs together. */
    static OptionalDouble percentile(Metric metric) {
        return switch (metric) {
            case P50 -> OptionalDouble.of(0.5);
            case P99 -> OptionalDouble.of(0.99);
            case P999 -> OptionalDouble.of(0.999);
            case P9999 -> OptionalDouble.of(0.9999);
            default -> OptionalDouble.empty();
        };
    }
}
