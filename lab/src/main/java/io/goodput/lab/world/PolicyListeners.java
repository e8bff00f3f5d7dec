package io.goodput.lab.world;

import io.goodput.admission.AdmissionControl;
import io.goodput.admission.AdmissionEvent;
import io.goodput.balance.BalancerEvent;
import io.goodput.breaker.BreakerEvent;
import io.goodput.cache.CacheEvent;
import io.goodput.cache.ReadThrough;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardEvent;
import io.goodput.lab.model.Model;
import io.goodput.lab.model.Parts;
import io.goodput.limit.LimitEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Listens to policies of a world, found by the names of its model, as one would in an application:
 *
 * <pre>{@code
 * var listeners = new PolicyListeners(model).guards("users", "api", events::add);
 * new World(model, seed, tally, listeners).run();
 * }</pre>
 *
 * <p>Whoever calls is named as a population or a service, for all of its processes, or as one of these. Names that are
 * not in the model are refused.
 */
public final class PolicyListeners implements Instrumentation {
    private final Parts parts;
    private final List<Added> all = new ArrayList<>();

    /** Nobody listens yet. */
    public PolicyListeners(Model model) {
        this.parts = Parts.of(model);
    }

    /** Listens to what guards do with which the one calls the other. */
    public PolicyListeners guards(String caller, String dependency, Consumer<? super GuardEvent> listener) {
        return onGuards(caller, dependency, guard -> guard.listen(listener));
    }

    /** Listens to the breakers of those guards, where they have one. */
    public PolicyListeners breakers(String caller, String dependency, Consumer<? super BreakerEvent> listener) {
        return onGuards(caller, dependency, guard -> {
            if (guard.breaker() != null) {
                guard.breaker().listen(listener);
            }
        });
    }

    /** Listens to the concurrency limits of those guards, where they have one. */
    public PolicyListeners limits(String caller, String dependency, Consumer<? super LimitEvent> listener) {
        return onGuards(caller, dependency, guard -> {
            if (guard.limit() != null) {
                guard.limit().listen(listener);
            }
        });
    }

    /** Listens to the balancers of those guards, where they have one. */
    public PolicyListeners balancers(String caller, String dependency, Consumer<? super BalancerEvent> listener) {
        return onGuards(caller, dependency, guard -> {
            if (guard.balancer() != null) {
                guard.balancer().listen(listener);
            }
        });
    }

    /** Listens to what endpoints admit, and what they shed, where they have admission control. */
    public PolicyListeners admissions(String endpoints, Consumer<? super AdmissionEvent> listener) {
        return add(endpoints, new Instruments() {
            @Override
            public void admission(AdmissionControl<?> control) {
                control.listen(listener);
            }
        });
    }

    /** Listens to the caches that lie between the two. */
    public PolicyListeners caches(String caller, String dependency, Consumer<? super CacheEvent> listener) {
        parts.refuseUnknown(dependency);
        return add(caller, new Instruments() {
            @Override
            public void cache(String of, ReadThrough<?, ?> reads) {
                if (of.equals(dependency)) {
                    reads.listen(listener);
                }
            }
        });
    }

    private PolicyListeners onGuards(String caller, String dependency, Consumer<Guard> attach) {
        parts.refuseUnknown(dependency);
        return add(caller, new Instruments() {
            @Override
            public void guard(Guard guard) {
                if (guard.name().equals(dependency)) {
                    attach.accept(guard);
                }
            }
        });
    }

    private PolicyListeners add(String name, Instruments instruments) {
        parts.refuseUnknown(name);
        all.add(new Added(parts.membersOf(Set.of(name)), instruments));
        return this;
    }

    @Override
    public Instruments process(ProcessSite site) {
        List<Instruments> here = all.stream()
                .filter(each -> each.processes.contains(site.name()))
                .map(Added::instruments)
                .toList();
        return here.isEmpty() ? Instruments.NONE : new Several(here);
    }

    private record Added(Set<String> processes, Instruments instruments) {}

    private record Several(List<Instruments> all) implements Instruments {
        @Override
        public void guard(Guard guard) {
            all.forEach(each -> each.guard(guard));
        }

        @Override
        public void admission(AdmissionControl<?> control) {
            all.forEach(each -> each.admission(control));
        }

        @Override
        public void cache(String dependency, ReadThrough<?, ?> reads) {
            all.forEach(each -> each.cache(dependency, reads));
        }
    }
}
