package io.goodput.cache;

import static io.goodput.Interleavings.require;

import io.goodput.Interleavings;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

/** Callers of one key who join, lead, load, fail, give up, invalidate and run out of time. */
public class CoalescerInterleavingsTest {
    private static final String KEY = "key";

    private final Coalescer<String, Caller> coalescer = new Coalescer<>(new Coalescer.Settings(1, 2));
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger toldTwice = new AtomicInteger();

    /** The lead that was given last; an older one counts for nothing. */
    private final AtomicLong lead = new AtomicLong();

    private final class Caller {
        private final AtomicInteger told = new AtomicInteger();

        void tell() {
            waiting.decrementAndGet();
            if (told.incrementAndGet() > 1) {
                toldTwice.incrementAndGet();
            }
        }
    }

    @Operation
    public void join(@Param(gen = IntGen.class, conf = "1:2") int deadline) {
        switch (coalescer.join(KEY, new Caller(), deadline, 0)) {
            case Joined.Leads(long token) -> leads(token);
            case Joined.Waits _ -> waiting.incrementAndGet();
            case CacheRefusal _ -> {}
        }
    }

    private void leads(long token) {
        lead.accumulateAndGet(token, Math::max);
    }

    @Operation
    public void completed() {
        resolve(coalescer.completed(KEY, lead.get(), 0));
    }

    @Operation
    public void failed() {
        resolve(coalescer.failed(KEY, lead.get(), 0));
    }

    @Operation
    public void leaderCancelled() {
        resolve(coalescer.leaderCancelled(KEY, lead.get(), 0));
    }

    @Operation
    public void invalidate() {
        coalescer.invalidate(KEY);
    }

    @Operation
    public void expired() {
        resolve(coalescer.expired(1));
    }

    private void resolve(Resolution<String, Caller> resolution) {
        resolution.answered().forEach(Caller::tell);
        resolution.timedOut().forEach(Caller::tell);
        resolution.leads().forEach(next -> {
            next.waiter().tell();
            leads(next.token());
        });
    }

    @Validate
    public void whoever_waits_is_told_once() {
        require(toldTwice.get() == 0, () -> toldTwice + " told twice");
        require(coalescer.waiting(KEY) == waiting.get(), () -> waiting + " wait to be told, " + coalescer);
    }

    @Test
    void nobody_is_forgotten() {
        Interleavings.longSteps().check(CoalescerInterleavingsTest.class);
    }
}
