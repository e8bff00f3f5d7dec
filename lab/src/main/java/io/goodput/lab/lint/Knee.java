package io.goodput.lab.lint;

import io.goodput.config.quantity.Durations;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Operation;
import io.goodput.lab.model.Service;
import io.goodput.lint.Finding;
import io.goodput.lint.Level;
import io.goodput.lint.LintRule;
import io.goodput.sim.random.Distribution;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How many calls in flight a service is worth: beyond that there is less goodput, not more. Under the Universal
 * Scalability Law that is the peak of its throughput, √((1 − σ) / κ). With slots or cores it is what is worked off in
 * the time that a caller waits, by Little's law: {@code slots / mean work × time}. With more than that in flight each
 * answer is late.
 */
final class Knee {
    private Knee() {}

    /** Whether a service takes a number of requests at a time, and keeps the others out or waiting. */
    static boolean isBounded(Service.Capacity capacity) {
        return switch (capacity) {
            case Service.Slots _, Service.Nudge _, Service.Reading _, Service.Instances _, Service.Admission _ -> true;
            case Service.Unlimited _, Service.Sharing _, Service.Scalability _, Service.Optimistic _ -> false;
        };
    }

    /** A limit that lets in more, in all processes together and however low it learns to go; null if it does not. */
    static @Nullable ModelFinding exceededBy(ModelledCall call, Model model) {
        var limit = call.guard().limit();
        if (limit == null) {
            return null;
        }
        Service service = model.service(call.dependency().service());
        double knee = knee(service, call);
        long inFlight = (long) limit.min() * call.processes();
        if (inFlight <= knee) {
            return null;
        }
        String processes = call.processes() == 1 ? "" : call.processes() + " times " + limit.min() + " are ";
        String message = processes + inFlight + why(service, knee);
        return ModelFinding.of(
                new Finding(Level.WARNING, LintRule.LIMIT_ABOVE_KNEE, call.caller(), "limit", message),
                call.guardKeys());
    }

    private static String why(Service service, double knee) {
        String most = String.format(Locale.ROOT, "%.0f", Math.floor(knee));
        return service.capacity() instanceof Service.Scalability
                ? " in flight; " + service.name() + " does most with " + most
                : " in flight; " + service.name() + " works off " + most + " in the time that its caller waits";
    }

    private static double knee(Service service, ModelledCall call) {
        return switch (service.capacity()) {
            case Service.Scalability(double contention, double coherence) ->
                coherence == 0
                        ? Double.POSITIVE_INFINITY
                        : service.endpoints() * Math.max(1, Math.sqrt((1 - contention) / coherence));
            case Service.Slots(int slots, int _) -> worked(slots, service, call);
            case Service.Nudge(Service.Slots slots, long _, long _) -> worked(slots.slots(), service, call);
            case Service.Sharing(int cores) -> worked(cores, service, call);
            case Service.Unlimited _,
                    Service.Reading _,
                    Service.Instances _,
                    Service.Optimistic _,
                    Service.Admission _ -> Double.POSITIVE_INFINITY;
        };
    }

    /** What is worked off of the operation with the least work while a caller waits, but never less than fits. */
    private static double worked(int atOnce, Service service, ModelledCall call) {
        Duration patience = patience(call);
        double work = service.asked(call.dependency().operation()).stream()
                .mapToDouble(Knee::mean)
                .min()
                .orElse(0);
        if (patience == null || work == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double places = (double) atOnce * service.endpoints();
        return Math.max(places, places * patience.toNanos() / work);
    }

    private static double mean(Operation operation) {
        return operation.latency().draws().stream()
                .mapToDouble(Distribution::mean)
                .sum();
    }

    /** How long a caller waits for an attempt, if that has an end. */
    private static @Nullable Duration patience(ModelledCall call) {
        Duration timeout = call.guard().timeout();
        Duration deadline = call.guard().deadline();
        return timeout == null || deadline == null
                ? timeout == null ? deadline : timeout
                : Durations.shorter(timeout, deadline);
    }
}
