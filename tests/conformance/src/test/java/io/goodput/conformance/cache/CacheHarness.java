package io.goodput.conformance.cache;

import io.goodput.conformance.Agenda;
import io.goodput.conformance.Story;
import io.goodput.conformance.cache.CacheScript.Ask;
import io.goodput.conformance.cache.CacheScript.Change;
import io.goodput.conformance.cache.CacheScript.Load;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Plays a script, one thing after the other. */
abstract class CacheHarness {
    final CacheScript script;
    final Agenda agenda = new Agenda();
    final RandomGenerator random;
    private final Story story = new Story();
    private final Set<Ask> answered = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> loads = new ConcurrentHashMap<>();

    CacheHarness(CacheScript script) {
        this.script = script;
        this.random = new SplittableRandom(script.seed());
    }

    /** Asks, and tells {@link #answered} in the end. */
    abstract void ask(Ask ask);

    abstract void giveUp(Ask ask);

    abstract void invalidate(String key);

    /** Returns when nothing more happens by itself. */
    void await() {}

    final List<String> play() {
        for (Ask ask : script.asks()) {
            agenda.runAt(ask.at(), () -> ask(ask));
            if (ask.patience() != Long.MAX_VALUE) {
                agenda.runAt(ask.at() + ask.patience(), () -> tire(ask));
            }
        }
        for (Change change : script.changes()) {
            agenda.runAt(change.at(), () -> invalidate(change.key()));
        }
        while (agenda.next() != Long.MAX_VALUE) {
            agenda.step();
            await();
        }
        return story.lines();
    }

    private void tire(Ask ask) {
        if (!answered.contains(ask)) {
            giveUp(ask);
        }
    }

    final void answered(Ask ask, @Nullable Object value, @Nullable Throwable failure) {
        answered.add(ask);
        story.tell(agenda.nanos(), ask.name(), failure == null ? "gets " + value : "fails: " + failure.getMessage());
    }

    final void gaveUp(Ask ask) {
        answered.add(ask);
        story.tell(agenda.nanos(), ask.name(), "gives up");
    }

    /** A load of a key begins: its number. */
    final int begins(String key) {
        int number = loads.merge(key, 1, Integer::sum);
        story.tell(agenda.nanos(), "load " + key, "begins no. " + number);
        return number;
    }

    final Load plan(String key, int number) {
        return script.load(key, number);
    }

    final void stopped(String key, int number) {
        story.tell(agenda.nanos(), "load " + key, "is stopped, no. " + number);
    }
}
