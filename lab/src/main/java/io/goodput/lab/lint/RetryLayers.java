package io.goodput.lab.lint;

import io.goodput.lab.model.Dependency;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Service;
import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import io.goodput.retry.RetryPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Retries at several layers: three attempts at each of five are 243 requests at the bottom for one at the top. A budget
 * stops that, for while all calls fail it lets hardly any through.
 */
final class RetryLayers {
    private static final Way NOWHERE = new Way(1, List.of());

    private final Model model;
    private final List<ModelledCall> calls;
    private final Map<Start, List<ModelledCall>> callsFrom;
    private final Map<Start, Way> found = new HashMap<>();

    RetryLayers(Model model) {
        this.model = model;
        this.calls = ModelledCall.all(model);
        this.callsFrom = calls.stream()
                .filter(call -> call.service() != null)
                .collect(Collectors.groupingBy(call -> new Start(call.caller(), call.operation())));
    }

    /** What a service does, for which calls are made. */
    private record Start(String service, String operation) {}

    /**
     * A way down through the services.
     *
     * @param attempts at its end for one call at its start
     * @param retrying the calls on it that retry without a budget
     */
    private record Way(double attempts, List<ModelledCall> retrying) {
        Way after(ModelledCall call) {
            int own = attemptsOf(call);
            if (own == 1) {
                return this;
            }
            var longer = new ArrayList<ModelledCall>();
            longer.add(call);
            longer.addAll(retrying);
            return new Way(own * attempts, longer);
        }
    }

    private static int attemptsOf(ModelledCall call) {
        RetryPolicy.Settings retry = call.guard().retry();
        return retry == null || retry.budget() != null || call.guard().accept().contains(LintRule.RETRIES_IN_LAYERS)
                ? 1
                : retry.attempts();
    }

    /** Of the calls of each population the worst way, if it leads through several layers that retry. */
    List<ModelFinding> findings() {
        var findings = new ArrayList<ModelFinding>();
        for (ModelledCall call : calls) {
            if (call.population() != null) {
                Way way = below(call.dependency()).after(call);
                if (way.retrying.size() > 1) {
                    findings.add(finding(way));
                }
            }
        }
        return findings;
    }

    private static ModelFinding finding(Way way) {
        ModelledCall last = way.retrying.getLast();
        String product = way.retrying.stream()
                .map(call -> String.valueOf(attemptsOf(call)))
                .collect(Collectors.joining(" × "));
        String callers = way.retrying.stream().map(ModelledCall::caller).collect(Collectors.joining(", "));
        String total = String.format(Locale.ROOT, "%.0f", way.attempts);
        return ModelFinding.of(
                new Finding(
                        Level.WARNING,
                        LintRule.RETRIES_IN_LAYERS,
                        last.caller(),
                        "retry",
                        product + " = " + total + " attempts at "
                                + last.dependency().service() + " for one call while it fails; "
                                + callers + " retry without a budget"),
                last.guardKeys());
    }

    private Way below(Dependency dependency) {
        Service service = model.service(dependency.service());
        return dependency.operation().equals(Operation.ANY)
                ? worst(service.operations().keySet().stream().map(each -> below(service.name(), each)))
                : below(service.name(), dependency.operation());
    }

    private Way below(String service, String operation) {
        var start = new Start(service, operation);
        Way known = found.get(start);
        if (known != null) {
            return known;
        }
        Way way = worst(callsFrom.getOrDefault(start, List.of()).stream()
                .map(call -> below(call.dependency()).after(call)));
        found.put(start, way);
        return way;
    }

    private static Way worst(Stream<Way> ways) {
        return ways.reduce(NOWHERE, (one, other) -> other.attempts > one.attempts ? other : one);
    }
}
