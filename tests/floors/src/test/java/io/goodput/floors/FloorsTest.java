package io.goodput.floors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing points up. */
class FloorsTest {
    @Test
    void every_package_stands_on_a_floor_and_every_floor_holds_packages_that_are_there() throws IOException {
        assertThat(House.here().packages())
                .containsExactlyInAnyOrderElementsOf(Floors.read().byPackage().keySet());
    }

    @Test
    void every_arrow_points_down() throws IOException {
        Floors floors = Floors.read();

        assertThat(House.here().arrows())
                .filteredOn(arrow -> floors.knows(arrow.from()) && floors.knows(arrow.to()))
                .hasSizeGreaterThan(1_000)
                .allMatch(floors::allows);
    }

    @Test
    void an_arrow_that_points_up_or_to_a_neighbour_is_not_allowed() {
        Floors floors = Floors.of(Stream.of("io.goodput # the ground", "", "io.goodput.a io.goodput.b"));

        assertThat(floors.allows(new Arrow("io.goodput.a", "io.goodput", "A.java")))
                .isTrue();
        assertThat(floors.allows(new Arrow("io.goodput.a", "io.goodput.a", "A.java")))
                .isTrue();
        assertThat(floors.allows(new Arrow("io.goodput", "io.goodput.a", "Word.java")))
                .isFalse();
        assertThat(floors.allows(new Arrow("io.goodput.a", "io.goodput.b", "A.java")))
                .isFalse();
    }

    @Test
    void a_package_without_a_floor_is_named() {
        Floors floors = Floors.of(Stream.of("io.goodput"));

        assertThatThrownBy(() -> floors.allows(new Arrow("io.goodput.new", "io.goodput", "New.java")))
                .hasMessage("io.goodput.new stands on no floor; give it one in floors.txt");
    }
}
