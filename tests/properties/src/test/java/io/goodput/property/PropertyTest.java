package io.goodput.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** What a property is to who writes one and to who reads its failure. */
class PropertyTest {
    /** What a subject saw; a subject has no other way to tell, as each try has an instance of its own. */
    private static final List<Object> SEEN = new ArrayList<>();

    @BeforeEach
    void nothing_is_seen_yet() {
        SEEN.clear();
    }

    static class Holds {
        @Property(tries = 300)
        void holds(@ForAll long any) {
            SEEN.add(any);
        }
    }

    @Test
    void a_property_is_one_test_and_tried_as_often_as_it_says() {
        assertThat(Launched.run(Holds.class)).isEqualTo(new Launched(1, null));
        assertThat(SEEN).hasSize(300);
        assertThat(Set.copyOf(SEEN)).hasSizeGreaterThan(200);
    }

    @Test
    void every_run_draws_the_same_values_unless_it_is_told_a_seed() {
        Launched.run(Holds.class);
        List<Object> first = List.copyOf(SEEN);
        SEEN.clear();
        Launched.run(Holds.class);
        assertThat(SEEN).isEqualTo(first);

        SEEN.clear();
        Launched.run(Holds.class, Map.of("goodput.property.seed", "42"));
        List<Object> seeded = List.copyOf(SEEN);
        assertThat(seeded).isNotEqualTo(first);
        SEEN.clear();
        Launched.run(Holds.class, Map.of("goodput.property.seed", "random"));
        assertThat(SEEN).isNotEqualTo(first).isNotEqualTo(seeded);
    }

    static class Seeded {
        @Property(tries = 50, seed = 42)
        void one(@ForAll long any) {
            SEEN.add(any);
        }
    }

    @Test
    void a_seed_of_the_annotation_is_as_good_as_one_of_the_command() {
        Launched.run(Seeded.class);
        List<Object> seeded = List.copyOf(SEEN);
        SEEN.clear();
        Launched.run(Holds.class, Map.of("goodput.property.seed", "42"));
        assertThat(SEEN).startsWith(seeded.toArray());
    }

    @Test
    void tries_are_multiplied_by_the_command() {
        Launched.run(Holds.class, Map.of("goodput.property.tries", "3"));
        assertThat(SEEN).hasSize(900);
    }

    @Test
    void settings_that_make_no_sense_are_refused() {
        assertThat(Launched.run(Holds.class, Map.of("goodput.property.tries", "0"))
                        .failed())
                .hasMessage("goodput.property.tries: 0 (expected: a whole number >= 1 and <= 10000)");
        assertThat(Launched.run(Holds.class, Map.of("goodput.property.seed", "dice"))
                        .failed())
                .hasMessage("goodput.property.seed: dice (expected: a whole number, or random)");
    }

    static class Fails {
        @Property
        void fails(@ForAll @IntRange(max = 1_000_000) int number, @ForAll List<Boolean> more) {
            assertThat(number).isLessThan(12_345);
        }
    }

    @Test
    void a_failure_shows_the_simplest_values_the_first_ones_the_seed_and_how_to_see_it_again() {
        Throwable failure = Launched.run(Fails.class).failed();

        assertThat(failure).isInstanceOf(AssertionFailedError.class).hasMessageMatching("""
                        (?s)fails at try \\d+, with seed -?\\d+
                          shrunk in \\d+ runs to
                            number: 12345
                            more: \\[]
                          found with
                            number: \\d+
                            more: \\[.*]
                          again: -Dtest='PropertyTest\\$Fails#fails' -Dgoodput\\.property\\.seed=-?\\d+
                          java.lang.AssertionError: .*""");
        assertThat(failure.getCause()).isInstanceOf(AssertionError.class).hasMessageContaining("12345");
    }

    static class FailsAtFirst {
        private static int runs;

        @Property
        void fails_once(@ForAll long any) {
            assertThat(runs++).isNotZero();
        }
    }

    @Test
    void a_failure_that_does_not_come_again_is_told_as_one() {
        assertThat(Launched.run(FailsAtFirst.class).failed())
                .hasMessageContaining("and not again with the same values: it depends on something else too");
    }

    static class Alone {
        private final List<Integer> mine = new ArrayList<>();

        @BeforeEach
        void before() {
            mine.add(0);
        }

        @Property(tries = 20)
        void each_try(@ForAll long any) {
            mine.add(1);
            SEEN.add(List.copyOf(mine));
        }

        @AfterEach
        void after() {
            SEEN.add("after");
        }

        @Nested
        class Within {
            @Property(tries = 20)
            void each_try_within(@ForAll("numbers") int number) {
                mine.add(number);
                SEEN.add(List.copyOf(mine));
            }
        }

        @Provide
        Gen<Integer> numbers() {
            return Gen.of(2, 3);
        }
    }

    @Test
    void each_try_has_an_instance_of_its_own_with_what_goes_before_and_after_it() {
        assertThat(Launched.run(Alone.class)).isEqualTo(new Launched(2, null));
        assertThat(new HashSet<>(SEEN)).isEqualTo(Set.of(List.of(0, 1), List.of(0, 2), List.of(0, 3), "after"));
    }

    static class Assumes {
        @Property(tries = 100)
        void half(@ForAll @IntRange(max = 1_000_000) int number) {
            assumeTrue(number % 2 == 0);
            SEEN.add(number);
        }
    }

    static class AssumesTooMuch {
        @Property(tries = 100)
        void none(@ForAll long any) {
            assumeTrue(any == 4711);
        }
    }

    @Test
    void a_try_that_breaks_an_assumption_is_made_up_for_but_not_without_end() {
        assertThat(Launched.run(Assumes.class).failure()).isNull();
        assertThat(SEEN).hasSize(100);
        assertThat(Launched.run(AssumesTooMuch.class).failed())
                .hasMessage("assumptions: broken by 501 of 501 tries (expected: by fewer than 5 in 6)");
    }

    static class Few {
        @Property(tries = 50)
        void all(@ForAll boolean one, @ForAll @IntRange(min = 1, max = 20) int other) {
            SEEN.add(one ? other : -other);
        }
    }

    @Test
    void all_combinations_are_tried_where_they_are_few() {
        Launched.run(Few.class);
        assertThat(SEEN).hasSize(40).doesNotHaveDuplicates();
    }

    static class Excluded {
        @Property
        void below(@ForAll @DoubleRange(max = 1, maxIncluded = false) double share) {
            SEEN.add(share);
        }
    }

    @Test
    void an_end_that_is_not_included_does_not_come_but_what_is_next_to_it_does() {
        Launched.run(Excluded.class);
        assertThat(SEEN).doesNotContain(1.0).contains(0.0, Math.nextDown(1.0));
    }
}
