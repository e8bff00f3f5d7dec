package io.goodput.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever fails is shown at its smallest, for kinds of failure that are known to be hard to shrink. */
class ShrinkingTest {
    static class SumOfList {
        @Property
        void sum_is_small(@ForAll List<@IntRange(max = 60) Integer> numbers) {
            assertThat(numbers.stream().mapToInt(n -> n).sum()).isLessThanOrEqualTo(100);
        }
    }

    static class Threshold {
        @Property
        void below(@ForAll long number) {
            assertThat(number).isGreaterThan(-1_234_567_890_123L);
        }
    }

    static class Fraction {
        @Property
        void outside(@ForAll @DoubleRange(max = 1) double share) {
            assertThat(share > 0.3 && share < 0.4).isFalse();
        }
    }

    static class Whole {
        @Property
        void below(@ForAll @DoubleRange(min = -1e9, max = 1e9) double number) {
            assertThat(number).isLessThan(12.3);
        }
    }

    static class Text {
        @Property
        void no_question(@ForAll String text) {
            assertThat(text).doesNotContain("?");
        }
    }

    static class Twice {
        @Property
        void distinct(@ForAll @Size(max = 100) List<@LongRange(max = 1_000) Long> numbers) {
            assertThat(new HashSet<>(numbers)).hasSameSizeAs(numbers);
        }
    }

    static class Unsorted {
        @Property
        void sorted(@ForAll int[] numbers) {
            assertThat(numbers).isSorted();
        }
    }

    static class Dependent {
        @Property
        void short_enough(@ForAll("boxes") List<List<Integer>> boxes) {
            assertThat(boxes.stream().mapToInt(List::size).sum()).isLessThan(7);
        }

        @Provide
        Gen<List<List<Integer>>> boxes() {
            Gen<List<Integer>> box = choices -> {
                int size = Gen.ints(0, 9).from(choices);
                return Gen.ints(1, 50).list(size, size).from(choices);
            };
            return box.list(0, 20);
        }
    }

    static class SeveralKinds {
        @Property
        void fails_in_two_ways(@ForAll @IntRange(max = Integer.MAX_VALUE) int number) {
            if (number < 100) {
                return;
            }
            if (number < 1_000) {
                throw new IllegalStateException("another, which is not the one that was found");
            }
            assertThat(number).isLessThan(1_000);
        }
    }

    @Test
    void failures_shrink_to_the_least_that_fails() {
        assertThat(shrunk(SumOfList.class)).isEqualTo("numbers: [41, 60]");
        assertThat(shrunk(Threshold.class)).isEqualTo("number: -1234567890123");
        assertThat(shrunk(Fraction.class)).isEqualTo("share: 0.301");
        assertThat(shrunk(Whole.class)).isEqualTo("number: 13.0");
        assertThat(shrunk(Text.class)).isEqualTo("text: \"?\"");
        assertThat(shrunk(Twice.class)).isEqualTo("numbers: [0, 0]");
        assertThat(shrunk(Unsorted.class)).isIn("numbers: [0, -1]", "numbers: [1, 0]");
        assertThat(shrunk(Dependent.class)).isEqualTo("boxes: [[1, 1, 1, 1, 1, 1, 1]]");
    }

    @Test
    void what_is_shown_fails_in_the_same_way_as_what_was_found() {
        Throwable failure = Launched.run(SeveralKinds.class).failed();

        assertThat(shrunk(SeveralKinds.class)).isEqualTo("number: 1000");
        assertThat(failure.getCause()).isInstanceOf(AssertionError.class);
        assertThat(failure.getSuppressed()).singleElement().isInstanceOf(AssertionError.class);
    }

    @Test
    void runs_are_bounded() {
        var shrinker = new Shrinker(new long[] {3, 2, 1}, 10, _ -> null);

        assertThat(shrinker.shrink()).containsExactly(3, 2, 1);
        assertThat(shrinker.runs()).isEqualTo(10);
    }

    private static String shrunk(Class<?> tests) {
        String message = String.valueOf(Launched.run(tests).failed().getMessage());
        int from = message.indexOf("runs to\n") + "runs to\n".length();
        return message.substring(from, message.indexOf("  found with")).strip();
    }
}
