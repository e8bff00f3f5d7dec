package io.goodput.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What cannot be tried is refused with what was expected. */
class MisuseTest {
    static class NoProvider {
        @Property
        void one(@ForAll("nothing") int number) {}

        Gen<Integer> nothing() {
            return Gen.just(1);
        }
    }

    static class NoGenerator {
        @Property
        void one(@ForAll("number") int number) {}

        @Provide
        int number() {
            return 1;
        }
    }

    static class UnknownType {
        @Property
        void one(@ForAll Map<String, String> map) {}
    }

    static class NotForAll {
        @Property
        void one(int number) {}
    }

    static class WrongRange {
        @Property
        void one(@ForAll @IntRange(max = 3) long number) {}
    }

    static class WrongSize {
        @Property
        void one(@ForAll @Size(max = 3) String text) {}
    }

    static class EmptyRange {
        @Property
        void one(@ForAll @LongRange(min = 3, max = 2) long number) {}
    }

    static class EmptyRangeWithin {
        @Property
        void one(@ForAll List<@DoubleRange(min = 3, max = 2) Double> numbers) {}
    }

    static class NoTries {
        @Property(tries = 0)
        void one(@ForAll long number) {}
    }

    static class NoParameter {
        @Property
        void one() {}
    }

    static class ParameterBefore {
        @BeforeEach
        void before(TestInfo info) {}

        @Property
        void one(@ForAll long number) {}
    }

    @Test
    void a_provider_is_looked_for_by_its_name() {
        assertThat(message(NoProvider.class))
                .isEqualTo("@ForAll(\"nothing\") in io.goodput.property.MisuseTest$NoProvider"
                        + " (expected: a method nothing() with @Provide that answers a Gen)");
        assertThat(message(NoGenerator.class)).contains("a method number() with @Provide that answers a Gen");
    }

    @Test
    void a_parameter_is_of_a_known_type_and_made_up() {
        assertThat(message(UnknownType.class))
                .startsWith(
                        "map: no values of java.util.Map<java.lang.String, java.lang.String> are known (expected: ");
        assertThat(message(NotForAll.class)).isEqualTo("number: no @ForAll (expected: on each parameter)");
    }

    @Test
    void a_range_fits_its_type_and_has_something_in_it() {
        assertThat(message(WrongRange.class)).isEqualTo("number: @IntRange beside long");
        assertThat(message(WrongSize.class))
                .isEqualTo("text: @Size beside java.lang.String (expected: a List or an array)");
        assertThat(message(EmptyRange.class)).isEqualTo("number: min: 3 (expected: <= 2, the max)");
        assertThat(message(EmptyRangeWithin.class))
                .isEqualTo("numbers: min: 3.0 (expected: finite and <= 2.0, the max)");
    }

    @Test
    void a_property_has_tries_and_a_parameter() {
        assertThat(message(NoTries.class)).contains("(expected: @Property with tries >= 1, ");
        assertThat(message(NoParameter.class)).contains("at most one seed, and a parameter)");
    }

    @Test
    void what_goes_before_each_try_has_no_parameter() {
        assertThat(message(ParameterBefore.class))
                .contains("(expected beside a property: @BeforeEach without parameters)");
    }

    @Test
    void generators_are_refused_what_they_cannot_make() {
        assertThatThrownBy(() -> Gen.of(List.of())).hasMessage("values: none (expected: >= 1)");
        assertThatThrownBy(() -> new Gen.Weighted<>(0, Gen.just(1))).hasMessage("weight: 0 (expected: >= 1)");
        assertThatThrownBy(() -> Gen.just(1).orNull(2)).hasMessage("share: 2.0 (expected: >= 0 and <= 1)");
        assertThatThrownBy(() -> Gen.just(1).list(2, 1)).hasMessage("min: 2 (expected: >= 0 and <= 1, the max)");
        assertThatThrownBy(() -> Gen.doubles(0, Double.POSITIVE_INFINITY)).hasMessageContaining("finite");
    }

    private static String message(Class<?> tests) {
        return String.valueOf(Launched.run(tests).failed().getMessage());
    }
}
