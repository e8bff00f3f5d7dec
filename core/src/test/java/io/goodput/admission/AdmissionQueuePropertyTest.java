package io.goodput.admission;

import static io.goodput.admission.Door.MS;
import static io.goodput.admission.Door.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.Deadline;
import io.goodput.Outcome;
import io.goodput.property.ForAll;
import io.goodput.property.IntRange;
import io.goodput.property.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** What holds whatever comes, in whatever order. */
class AdmissionQueuePropertyTest {
    private static final Priority[] PRIORITIES = Priority.values();
    private static final List<Discipline> DISCIPLINES = List.of(
            Discipline.FIFO,
            Discipline.LIFO,
            Discipline.ADAPTIVE_LIFO,
            Discipline.CODEL,
            Discipline.CODEL_ADAPTIVE_LIFO);

    private record Request(Priority priority, String tenant, long deadline) {}

    /** A queue under random load, and a model of it that keeps every request until it is answered. */
    private static final class Run implements AdmissionAnswers<Request> {
        final SplittableRandom random;
        final AdmissionQueue<Request> queue;
        final Map<Request, Ticket<?>> waiting = new LinkedHashMap<>();
        final List<Request> inService = new ArrayList<>();
        final boolean strict;
        int answers;
        int offers;
        long now;

        Run(long seed, AdmissionSettings settings) {
            this.random = new SplittableRandom(seed);
            this.queue = new AdmissionQueue<>(1 + random.nextInt(4), settings, this);
            this.strict = settings.guaranteed().equals(GuaranteedShares.NONE);
        }

        @Override
        public void serve(Request request) {
            assertThat(waiting.remove(request))
                    .as("served once, after it waited")
                    .isNotNull();
            answers++;
            inService.add(request);
            assertThat(inService).hasSizeLessThanOrEqualTo(queue.limit());
        }

        @Override
        public void shed(Request request, Shed reason) {
            assertThat(waiting.remove(request))
                    .as("refused once, after it waited")
                    .isNotNull();
            answers++;
            checkShed(request.priority, reason);
        }

        private void checkShed(Priority shed, Shed reason) {
            if (reason == Shed.FULL || reason == Shed.DISPLACED || reason == Shed.WAITED_TOO_LONG) {
                boolean lower = waiting.keySet().stream()
                        .anyMatch(other -> other.priority.criticalityClass() > shed.criticalityClass());
                assertThat(strict && lower)
                        .as("%s shed for %s while a lower one waits", shed, reason)
                        .isFalse();
            }
        }

        void step() {
            now += random.nextInt(4) == 0 ? random.nextLong(40 * MS) : random.nextLong(MS);
            switch (random.nextInt(12)) {
                case 0 -> queue.expire(now);
                case 1 -> cancel();
                case 2 -> limit();
                case 3, 4, 5, 6 -> finish();
                default -> offer();
            }
            assertThat(queue.waiting()).isEqualTo(waiting.size());
            assertThat(queue.inService()).isEqualTo(inService.size());
            assertThat(waiting.keySet().stream()
                            .filter(request -> request.priority != Priority.PING)
                            .count())
                    .isLessThanOrEqualTo(queue.settings().capacity());
            assertThat(queue.nextExpiry())
                    .isEqualTo(waiting.values().stream()
                            .mapToLong(Ticket::expiry)
                            .min()
                            .orElse(Long.MAX_VALUE));
            assertThat(waiting.isEmpty() || inService.size() >= queue.limit())
                    .as("nobody waits while a slot is free")
                    .isTrue();
        }

        private void offer() {
            Priority priority = PRIORITIES[random.nextInt(PRIORITIES.length)];
            long deadline = random.nextBoolean() ? Long.MAX_VALUE : now + random.nextLong(60 * MS);
            // The instance tells requests apart, not what is in them.
            var request = new Request(priority, "t" + random.nextInt(3) + "#" + offers++, deadline);
            Object tenant = request.tenant.substring(0, 2);
            // Whoever is displaced is told before the newcomer is known to wait.
            switch (queue.offer(request, new AdmissionRequest(priority, tenant, new Deadline(deadline)), now)) {
                case Served _ -> {
                    answers++;
                    inService.add(request);
                    assertThat(inService).hasSizeLessThanOrEqualTo(queue.limit());
                }
                case Ticket<?> ticket -> waiting.put(request, ticket);
                case Shed reason -> {
                    answers++;
                    checkShed(priority, reason);
                }
            }
        }

        private void finish() {
            if (!inService.isEmpty()) {
                Request done = inService.remove(random.nextInt(inService.size()));
                queue.finished(done.priority, Outcome.SUCCESS, random.nextLong(20 * MS), now);
            }
        }

        private void cancel() {
            if (!waiting.isEmpty()) {
                Request request = List.copyOf(waiting.keySet()).get(random.nextInt(waiting.size()));
                Ticket<?> ticket = Objects.requireNonNull(waiting.remove(request));
                assertThat(ticket.cancel(now)).isTrue();
                answers++;
            }
        }

        private void limit() {
            int limit = 1 + random.nextInt(6);
            if (limit >= inService.size()) { // below, the model's check of the limit says nothing
                queue.limit(limit, now);
            }
        }

        /** Everybody who still waits is served or dropped in the end. */
        void drain() {
            while (!inService.isEmpty()) {
                finish();
            }
            assertThat(waiting).isEmpty();
            assertThat(answers).isEqualTo(offers);
            AdmissionSnapshot snapshot = queue.snapshot(now);
            long refused = 0;
            for (Shed reason : Shed.values()) {
                refused += snapshot.shed(reason);
            }
            long served = snapshot.served().values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(served + refused + snapshot.cancelled()).isEqualTo(offers);
        }
    }

    @Property(tries = 400)
    void every_request_is_answered_once_and_neither_limit_nor_capacity_is_exceeded(
            @ForAll long seed, @ForAll @IntRange(max = 4) int discipline, @ForAll @IntRange(max = 8) int capacity) {
        var random = new SplittableRandom(seed);
        AdmissionSettings settings = AdmissionSettings.STANDARD
                .withCapacity(capacity)
                .withPings(2)
                .withMaxWait(Duration.ofMillis(150))
                .withFair(random.nextBoolean())
                .withDiscipline(DISCIPLINES.get(discipline))
                .withGuaranteed(
                        random.nextInt(4) == 0 ? new GuaranteedShares(0, 0.1, 0.2, 0.3) : GuaranteedShares.NONE);
        var run = new Run(seed, settings);
        for (int i = 0; i < 300; i++) {
            run.step();
        }
        run.drain();
    }

    @Property(tries = 200)
    void whoever_is_served_had_nobody_of_higher_priority_waiting(
            @ForAll long seed, @ForAll @IntRange(max = 4) int discipline) {
        var random = new SplittableRandom(seed);
        var waiting = new ArrayList<Priority>();
        var answers = new AdmissionAnswers<Priority>() {
            @Override
            public void serve(Priority priority) {
                for (Priority other : waiting) {
                    assertThat(priority).isLessThanOrEqualTo(other);
                }
                waiting.remove(priority);
            }

            @Override
            public void shed(Priority priority, Shed reason) {
                waiting.remove(priority);
            }
        };
        AdmissionSettings settings = PLAIN.withDiscipline(DISCIPLINES.get(discipline));
        var queue = new AdmissionQueue<Priority>(1, settings, answers);
        long now = 0;
        for (int i = 0; i < 300; i++) {
            now += random.nextLong(30 * MS);
            Priority priority = PRIORITIES[random.nextInt(PRIORITIES.length)];
            if (random.nextBoolean()) {
                if (queue.offer(priority, AdmissionRequest.of(priority), now) instanceof Ticket) {
                    waiting.add(priority);
                }
            } else if (queue.inService() > 0) {
                queue.finished(Priority.CRITICAL, Outcome.SUCCESS, 0, now);
            }
        }
    }

    @Property(tries = 200)
    void two_backlogged_tenants_are_served_alike_however_much_one_of_them_sends(
            @ForAll long seed,
            @ForAll @IntRange(max = 4) int discipline,
            @ForAll @IntRange(min = 2, max = 50) int times) {
        var random = new SplittableRandom(seed);
        var waiting = new LinkedHashMap<String, Integer>(Map.of("noisy", 0, "quiet", 0));
        var served = new LinkedHashMap<String, Integer>(Map.of("noisy", 0, "quiet", 0));
        var answers = new AdmissionAnswers<String>() {
            @Override
            public void serve(String tenant) {
                served.merge(tenant, 1, Integer::sum);
                waiting.merge(tenant, -1, Integer::sum);
            }

            @Override
            public void shed(String tenant, Shed reason) {
                waiting.merge(tenant, -1, Integer::sum);
            }
        };
        AdmissionSettings settings = PLAIN.withDiscipline(DISCIPLINES.get(discipline));
        var queue = new AdmissionQueue<String>(1, settings, answers);
        long now = 0;
        queue.offer("first", new AdmissionRequest(Priority.CRITICAL, "first", Deadline.NONE), now);
        for (int i = 0; i < 200; i++) {
            now += random.nextLong(2 * MS);
            for (int n = 0; n < times; n++) {
                String tenant = n == 0 ? "quiet" : "noisy";
                boolean waits = queue.offer(tenant, new AdmissionRequest(Priority.CRITICAL, tenant, Deadline.NONE), now)
                        instanceof Ticket;
                if (waits && waiting.merge(tenant, 1, Integer::sum) == 1) {
                    served.replaceAll((one, count) -> 0); // from here on both wait
                }
            }
            queue.finished(Priority.CRITICAL, Outcome.SUCCESS, MS, now);
            if (waiting.values().stream().allMatch(count -> count > 0)) {
                int difference =
                        Objects.requireNonNull(served.get("noisy")) - Objects.requireNonNull(served.get("quiet"));
                assertThat(Math.abs(difference)).isLessThanOrEqualTo(1);
            }
        }
    }

    @Property(tries = 200)
    void no_more_than_the_share_is_dropped_for_what_it_might_take(@ForAll long seed) {
        var random = new SplittableRandom(seed);
        var door = new AdmissionQueue<String>(1, PLAIN.withFeasibility(Feasibility.STANDARD), new Silent());
        int dropped = 0;
        int answered = 0;
        for (int i = 0; i < 300; i++) {
            boolean hurried = i >= 20; // the first ones show how long it takes
            long deadline = hurried ? 1 + random.nextLong(MS) : Long.MAX_VALUE;
            long takes = hurried ? random.nextLong(100 * MS) : 50 * MS;
            switch (door.offer("r", new AdmissionRequest(Priority.CRITICAL, null, new Deadline(deadline)), 0)) {
                case Served _ -> door.finished(Priority.CRITICAL, Outcome.SUCCESS, takes, 0);
                case Shed _ -> dropped++;
                case Ticket<?> _ -> throw new AssertionError("a slot was free");
            }
            answered++;
            assertThat(dropped).isLessThanOrEqualTo(answered / 5);
        }
        assertThat(dropped).isPositive();
    }

    private static final class Silent implements AdmissionAnswers<String> {
        @Override
        public void serve(String work) {}

        @Override
        public void shed(String work, Shed reason) {}
    }
}
