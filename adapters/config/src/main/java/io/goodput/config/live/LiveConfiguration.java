package io.goodput.config.live;

import io.goodput.config.Configuration;
import io.goodput.config.live.ConfigurationEvent.Kept;
import io.goodput.config.live.ConfigurationEvent.Taken;
import io.goodput.config.policy.PolicySections;
import io.goodput.config.problem.ConfigException;
import io.goodput.config.problem.Problem;
import io.goodput.config.section.NamedSection;
import io.goodput.event.Listeners;
import io.goodput.event.Subscription;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A configuration that may be replaced by another one while guards and servers go by it. The other one is taken as a
 * whole or not at all:
 *
 * <ul>
 *   <li>All that is {@linkplain #bind bound} goes by its new block once {@link #offer} returns, each as its
 *       {@code applyTo} says: of a guard, no call mixes old and new terms of its own
 *       ({@link io.goodput.config.policy.client.GuardSettings#applyTo}). What is bound changes one after the other, so
 *       that for a moment one guard is new and another old.
 *   <li>If something that is bound is not there any more, or is {@linkplain #pin pinned} and not the same, nothing
 *       changes. If something bound refuses its block, what had changed before it is changed back.
 *   <li>What is not bound counts by its name: whoever asks {@link #current} later gets the new block.
 * </ul>
 *
 * <p>Thread-safe. What is bound is held as long as this is.
 */
public final class LiveConfiguration {
    private final Listeners<ConfigurationEvent> listeners = new Listeners<>();
    private final List<Bound<?>> bound = new ArrayList<>();
    private volatile Configuration current;
    private volatile List<String> problems = List.of();

    /** One that nothing is bound to yet. */
    public LiveConfiguration(Configuration first) {
        this.current = first;
    }

    /** What counts: the last one that was taken. */
    public Configuration current() {
        return current;
    }

    /** Why the last one that was offered is not what counts; empty if it is. */
    public List<String> problems() {
        return problems;
    }

    /**
     * A guard of that name that goes by the configuration from now on.
     *
     * @throws ConfigException if there is none of that name
     */
    public Guard guard(String name) {
        return guard(name, _ -> {});
    }

    /**
     * The same with what no file says.
     *
     * @param more classifier, listeners and the like; what a file says would be lost with its next change
     * @throws ConfigException if there is none of that name
     */
    public synchronized Guard guard(String name, Consumer<GuardBuilder> more) {
        GuardBuilder builder = current.newGuard(name);
        more.accept(builder);
        Guard guard = builder.build();
        bound.add(new Bound<>(PolicySections.GUARDS, name, settings -> settings.applyTo(guard)));
        return guard;
    }

    /**
     * Lets something go by a block, now and whenever that changes.
     *
     * <pre>{@code
     * live.bind(PolicySections.SERVERS, "checkout", it -> it.applyTo(gate.queue(), Ticker.system().nanos()));
     * live.bind(PolicySections.GUARDS, "inventory", it -> it.applyTo(inventory));
     * }</pre>
     *
     * @param apply is called at once, then on the threads of those who {@link #offer}, one at a time; it is quick and
     *     does not call this configuration
     * @throws ConfigException if there is none of that name
     */
    public synchronized <T> void bind(NamedSection<T> section, String name, Consumer<T> apply) {
        apply.accept(current.get(section, name));
        bound.add(new Bound<>(section, name, apply));
    }

    /**
     * Refuses every configuration in which a block is another one: for what was built and cannot change while it lives,
     * such as shards.
     *
     * @return the block
     * @throws ConfigException if there is none of that name
     */
    public synchronized <T> T pin(NamedSection<T> section, String name) {
        T block = current.get(section, name);
        bound.add(new Bound<>(section, name, null));
        return block;
    }

    /** Takes another configuration, or keeps the one there is; the listeners are told. */
    public ConfigurationEvent offer(Configuration next) {
        return offer(next, "");
    }

    /**
     * The same of what stands in a file.
     *
     * @param source the beginning of each problem
     */
    synchronized ConfigurationEvent offer(Configuration next, String source) {
        Configuration before = current;
        List<String> objections = bound.stream()
                .map(each -> each.objection(before, next))
                .filter(Objects::nonNull)
                .distinct()
                .map(source::concat)
                .toList();
        if (!objections.isEmpty()) {
            return keep(objections);
        }
        List<Bound<?>> changed =
                bound.stream().filter(each -> each.isChanged(before, next)).toList();
        for (int i = 0; i < changed.size(); i++) {
            try {
                changed.get(i).goBy(next);
            } catch (RuntimeException | Error refused) {
                changed.subList(0, i + 1).reversed().forEach(each -> goBack(each, before, refused));
                String reason = source + changed.get(i).key() + ": " + refused.getMessage();
                var kept = keep(List.of(reason));
                if (refused instanceof Error error) {
                    throw error;
                }
                return kept;
            }
        }
        current = next;
        problems = List.of();
        return tell(new Taken(before, next, ChangedBlocks.of(before, next)));
    }

    /** What cannot go back either is no reason to leave the others where they are. */
    private static void goBack(Bound<?> bound, Configuration before, Throwable refused) {
        try {
            bound.goBy(before);
        } catch (RuntimeException | Error e) {
            refused.addSuppressed(e);
        }
    }

    /** Keeps the configuration there is, because another one cannot be read; the listeners are told. */
    public synchronized ConfigurationEvent refuse(ConfigException unreadable) {
        return keep(unreadable.problems().stream().map(Problem::text).toList());
    }

    /**
     * Tells the listener what becomes of each configuration that is offered, on the thread of who offers it, until the
     * subscription is closed. It does not call this configuration but for {@link #current} and {@link #problems}.
     */
    public Subscription listen(Consumer<? super ConfigurationEvent> listener) {
        return listeners.add(listener);
    }

    private ConfigurationEvent keep(List<String> reasons) {
        problems = reasons;
        return tell(new Kept(current, reasons));
    }

    private ConfigurationEvent tell(ConfigurationEvent event) {
        listeners.tell(event);
        return event;
    }
}
