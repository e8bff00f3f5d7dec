package io.goodput.conformance.cache;

import io.goodput.CallContext;
import io.goodput.Criticality;
import io.goodput.cache.BlockingReadThrough;
import io.goodput.cache.CacheBase;
import io.goodput.conformance.Quiescence;
import io.goodput.conformance.cache.CacheScript.Ask;
import io.goodput.conformance.cache.CacheScript.Kind;
import io.goodput.conformance.cache.CacheScript.Load;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** By {@link BlockingReadThrough}: who asks is a thread, and so is each load. */
final class BlockingCacheHarness extends CacheHarness {
    private final BlockingReadThrough<String, String> cache;
    private final Map<Ask, Thread> askers = new HashMap<>();
    private final AtomicInteger asking = new AtomicInteger();
    private final Set<Loading> loads = ConcurrentHashMap.newKeySet();

    private BlockingCacheHarness(CacheScript script) {
        super(script);
        this.cache = new BlockingReadThrough<>(
                script.settings(), new CacheBase<>(new ConcurrentHashMap<>(), agenda, random), this::load);
    }

    static List<String> run(CacheScript script) {
        return new BlockingCacheHarness(script).play();
    }

    /** A load that its thread waits for the end of. */
    private static final class Loading {
        private final Thread thread = Thread.currentThread();
        private final boolean behind = CallContext.current().criticality() == Criticality.SHEDDABLE;
        private volatile boolean over;

        void end() {
            over = true;
            LockSupport.unpark(thread);
        }

        /** False if it is stopped before. */
        boolean toTheEnd() {
            while (!over && !thread.isInterrupted()) {
                LockSupport.park(this);
            }
            return over;
        }

        boolean waits() {
            return isParked(thread) && !over && !thread.isInterrupted();
        }
    }

    private Optional<String> load(String key) throws InterruptedException {
        int number = begins(key);
        Load plan = plan(key, number);
        var one = new Loading();
        var end = agenda.runAt(plan.endsAt(agenda.nanos()), one::end);
        loads.add(one); // the last that this thread does before it waits
        if (!one.toTheEnd()) {
            end.cancel();
            stopped(key, number);
            throw new InterruptedException("nobody wants it");
        }
        if (plan.kind() == Kind.FAILURE) {
            throw new IllegalStateException(key + number + " failed");
        }
        return CacheScript.value(plan.kind(), key, number);
    }

    @Override
    void ask(Ask ask) {
        asking.incrementAndGet();
        askers.put(ask, Thread.ofVirtual().start(() -> {
            try {
                answered(ask, cache.get(ask.key(), ask.context()), null);
            } catch (InterruptedException interrupted) {
                gaveUp(ask);
            } catch (Exception failure) {
                answered(ask, null, failure);
            }
            asking.decrementAndGet();
        }));
    }

    @Override
    void giveUp(Ask ask) {
        Thread asker = Objects.requireNonNull(askers.get(ask));
        asker.interrupt();
        Quiescence.await(() -> !asker.isAlive(), cache);
    }

    @Override
    void invalidate(String key) {
        cache.invalidate(key);
    }

    @Override
    void await() {
        Quiescence.await(this::isQuiet, cache);
    }

    /**
     * Whoever asks waits for a load, and every load for its end. Those who ask wake loads up and loads wake up those
     * who ask, so they are looked at in that order, and then it is counted whether one of them was missed.
     */
    private boolean isQuiet() {
        askers.values().removeIf(thread -> !thread.isAlive());
        if (!askers.values().stream().allMatch(BlockingCacheHarness::isParked)) {
            return false;
        }
        loads.removeIf(one -> !one.thread.isAlive());
        List<Loading> all = List.copyOf(loads);
        int waiting = CacheScript.KEYS.stream().mapToInt(cache::waiting).sum();
        long leading = all.stream().filter(one -> !one.behind).count();
        return all.stream().allMatch(Loading::waits) && cache.keys() <= all.size() && asking.get() == waiting + leading;
    }

    private static boolean isParked(Thread thread) {
        return thread.getState() == Thread.State.WAITING;
    }
}
