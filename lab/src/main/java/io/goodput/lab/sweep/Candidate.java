package io.goodput.lab.sweep;

import io.goodput.config.policy.client.GuardSettings;
import io.goodput.config.quantity.Durations;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Population;
import io.goodput.lab.model.Service;
import io.goodput.lab.model.Service.Capacity;
import io.goodput.limit.FixedLimit;
import io.goodput.retry.Backoff;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;

/**
 * Settings that may be better than those that are written.
 *
 * @param guard of the population
 * @param capacity of the service that it calls
 * @param changes how many settings are not as written, those that are taken away not counted
 */
record Candidate(GuardSettings guard, Capacity capacity, int changes) {
    /** The model with these settings. */
    Model in(Model model, Population of) {
        var populations = new ArrayList<Population>();
        for (Population each : model.populations()) {
            boolean isIt = each.name().equals(of.name());
            populations.add(isIt ? each.withCalls(each.calls().withGuard(guard)) : each);
        }
        var services = new ArrayList<Service>();
        for (Service each : model.services()) {
            boolean isIt = each.name().equals(of.calls().service());
            services.add(isIt ? each.withCapacity(capacity) : each);
        }
        return new Model(populations, services, model.network(), model.faults());
    }

    /** How much there is to explain and to keep: policies, and what is not as written. */
    int complexity() {
        int retry = guard.retry() == null || guard.retry().attempts() == 1
                ? 0
                : guard.retry().attempts()
                        + (guard.retry().budget() == null ? 0 : 1)
                        + (guard.retry().backoff().equals(Backoff.NONE) ? 0 : 1);
        return 2 * retry + 2 * (guard.limit() == null ? 0 : 1) + changes;
    }

    /** In a few words. */
    String text(Candidate written) {
        var parts = new ArrayList<String>();
        if (guard.timeout() != null) {
            parts.add("timeout " + Durations.format(guard.timeout()));
        }
        parts.add(retries());
        if (guard.limit() != null) {
            parts.add(guard.limit() instanceof FixedLimit(int limit) ? "limit " + limit : "adaptive limit");
        }
        if (!Objects.equals(capacity, written.capacity)) {
            parts.add(server());
        }
        return String.join(", ", parts);
    }

    private String retries() {
        if (guard.retry() == null || guard.retry().attempts() == 1) {
            return "no retry";
        }
        var budget = guard.retry().budget();
        boolean waits = !guard.retry().backoff().equals(Backoff.NONE);
        return guard.retry().attempts() + " attempts" + (waits ? " with backoff" : "")
                + (budget == null ? "" : " of a budget");
    }

    String server() {
        return switch (capacity) {
            case Service.Slots(int slots, int queue) -> "slots: " + slots + ", queue: " + queue;
            case Service.Admission(var settings) ->
                "queue of " + settings.admission().capacity() + ", "
                        + settings.admission().discipline().order().toString().toLowerCase(Locale.ROOT)
                        + (settings.admission().discipline().controlledDelay() ? " with controlled delay" : "");
            default -> "as written";
        };
    }
}
