package io.goodput.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cache.Coalescer.Settings;
import io.goodput.cache.Resolution.Lead;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.LongRange;
import io.goodput.property.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Whatever happens, in whatever order. */
class CoalescerPropertyTest {
    private static final int KEYS = 4;

    @Property(tries = 500)
    void every_waiter_is_told_once_a_key_has_one_leader_bounds_are_kept_and_nothing_is_left_behind(
            @ForAll @LongRange(min = 0) long seed,
            @ForAll @IntRange(min = 1, max = 4) int keys,
            @ForAll @IntRange(min = 0, max = 5) int waiters) {
        var play = new Play(seed, new Settings(keys, waiters));
        for (int step = 0; step < 150; step++) {
            play.step();
            play.check();
        }
        play.drain();
    }

    /** A waiter, and what the coalescer may still say to it. */
    private static final class Waiter {
        final long deadline;

        /** How many invalidations of its key it has seen happen before it came. */
        final int generation;

        Waiter(long deadline, int generation) {
            this.deadline = deadline;
            this.generation = generation;
        }
    }

    private static final class Play {
        final SplittableRandom random;
        final Settings settings;
        final Coalescer<Integer, Waiter> coalescer;
        final List<Set<Waiter>> waiting = new ArrayList<>();
        final Map<Integer, Long> leaders = new HashMap<>();
        final Map<Integer, Long> leaderDeadlines = new HashMap<>();
        final int[] loadGeneration = new int[KEYS];
        final List<Long> formerTokens = new ArrayList<>();
        final int[] generations = new int[KEYS];
        long now;

        /** Whether the token given out last was the leader's. */
        boolean ended;

        Play(long seed, Settings settings) {
            this.random = new SplittableRandom(seed);
            this.settings = settings;
            this.coalescer = new Coalescer<>(settings);
            for (int key = 0; key < KEYS; key++) {
                waiting.add(new HashSet<>());
            }
        }

        void step() {
            now += random.nextInt(3);
            int key = random.nextInt(KEYS);
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> join(key);
                case 4 -> end(key, coalescer.completed(key, token(key), now), true, true);
                case 5 -> end(key, coalescer.failed(key, token(key), now), true, false);
                case 6 -> end(key, coalescer.leaderCancelled(key, token(key), now), false, false);
                case 7 -> leave(key);
                case 8 -> {
                    generations[key]++;
                    assertThat(coalescer.invalidate(key)).isEqualTo(leaders.containsKey(key));
                }
                default -> expire();
            }
        }

        /** That of the leader or, at times, one that has none. */
        long token(int key) {
            boolean former = random.nextInt(4) == 0 && !formerTokens.isEmpty();
            long token = former
                    ? formerTokens.get(random.nextInt(formerTokens.size()))
                    : leaders.getOrDefault(key, Long.MAX_VALUE);
            ended = leaders.containsKey(key) && leaders.get(key) == token;
            return token;
        }

        void join(int key) {
            long deadline = random.nextInt(4) == 0 ? Long.MAX_VALUE : now + random.nextInt(20);
            var waiter = new Waiter(deadline, generations[key]);
            boolean behind = random.nextInt(5) == 0;
            Joined answer = behind ? coalescer.lead(key, deadline, now) : coalescer.join(key, waiter, deadline, now);
            boolean led = leaders.containsKey(key);
            if (deadline <= now) {
                assertThat(answer).isEqualTo(CacheRefusal.TOO_LATE);
            } else if (!led && leaders.size() >= settings.keys()) {
                assertThat(answer).isEqualTo(CacheRefusal.TOO_MANY_KEYS);
            } else if (!led) {
                assertThat(answer).isInstanceOf(Joined.Leads.class);
                lead(key, ((Joined.Leads) answer).token(), deadline);
            } else if (behind) {
                assertThat(answer).isEqualTo(Joined.Waits.FOR_THE_LEADER);
            } else if (waiting.get(key).size() >= settings.waiters()) {
                assertThat(answer).isEqualTo(CacheRefusal.TOO_MANY_WAITERS);
            } else {
                assertThat(answer).isEqualTo(Joined.Waits.FOR_THE_LEADER);
                waiting.get(key).add(waiter);
            }
        }

        void lead(int key, long token, long deadline) {
            assertThat(leaders.put(key, token)).isNull();
            assertThat(formerTokens).doesNotContain(token);
            leaderDeadlines.put(key, deadline);
            loadGeneration[key] = generations[key];
        }

        void end(int key, Resolution<Integer, Waiter> told, boolean answers, boolean succeeded) {
            if (!ended) {
                assertThat(told).isEqualTo(new Resolution<>(List.of(), List.of(), List.of(), false));
                return;
            }
            int generation = loadGeneration[key];
            assertThat(told.current()).isEqualTo(succeeded && generation == generations[key]);
            if (!answers) {
                assertThat(told.answered()).isEmpty();
            }
            for (Waiter waiter : told.answered()) {
                assertThat(waiting.get(key).remove(waiter)).isTrue();
                assertThat(waiter.deadline).isGreaterThan(now);
                // Nobody gets a value that was loaded before an invalidation that came before it asked.
                assertThat(!succeeded || waiter.generation <= generation).isTrue();
            }
            formerTokens.add(leaders.remove(key));
            tell(told);
            if (answers && succeeded && generation == generations[key]) {
                assertThat(waiting.get(key)).isEmpty();
            }
        }

        void tell(Resolution<Integer, Waiter> told) {
            for (Waiter waiter : told.timedOut()) {
                assertThat(waiter.deadline).isLessThanOrEqualTo(now);
                assertThat(waiting.stream().filter(all -> all.remove(waiter))).hasSize(1);
            }
            for (Lead<Integer, Waiter> lead : told.leads()) {
                assertThat(lead.waiter().deadline).isGreaterThan(now);
                assertThat(waiting.get(lead.key()).remove(lead.waiter())).isTrue();
                lead(lead.key(), lead.token(), lead.waiter().deadline);
            }
        }

        void leave(int key) {
            Waiter waiter = waiting.get(key).stream().findAny().orElse(new Waiter(0, 0));
            assertThat(coalescer.leave(key, waiter)).isEqualTo(waiting.get(key).remove(waiter));
        }

        void expire() {
            Resolution<Integer, Waiter> told = coalescer.expired(now);
            assertThat(told.answered()).isEmpty();
            leaderDeadlines.forEach((key, deadline) -> {
                if (deadline <= now && leaders.containsKey(key)) {
                    formerTokens.add(leaders.remove(key));
                }
            });
            tell(told);
            assertThat(coalescer.earliestDeadline()).isGreaterThan(now);
        }

        void check() {
            assertThat(coalescer.keys()).isEqualTo(leaders.size()).isLessThanOrEqualTo(settings.keys());
            for (int key = 0; key < KEYS; key++) {
                int count = waiting.get(key).size();
                assertThat(coalescer.waiting(key)).isEqualTo(count).isLessThanOrEqualTo(settings.waiters());
                assertThat(count == 0 || leaders.containsKey(key)).isTrue();
            }
        }

        void drain() {
            for (int round = 0; round < 2; round++) {
                for (int key = 0; key < KEYS; key++) {
                    if (leaders.containsKey(key)) {
                        ended = true;
                        end(key, coalescer.completed(key, leaders.get(key), now), true, true);
                    }
                }
            }
            assertThat(waiting).allMatch(Set::isEmpty);
            assertThat(coalescer.keys()).isZero();
            assertThat(coalescer.earliestDeadline()).isEqualTo(Long.MAX_VALUE);
        }
    }
}
