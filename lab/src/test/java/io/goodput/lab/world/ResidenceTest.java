package io.goodput.lab.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Mistakes in the bookkeeping of an endpoint, planted, are found. */
class ResidenceTest {
    private final Residence residence = new Residence();

    @Test
    void what_is_counted_right_holds_at_any_time() {
        residence.entered(10);
        residence.entered(15);
        assertThat(residence.littlesLawHolds(20)).isTrue();
        residence.left(10, 30);
        assertThat(residence.littlesLawHolds(40)).isTrue();
        residence.left(15, 50);
        assertThat(residence.littlesLawHolds(60)).isTrue();
        assertThat(residence.inside()).isZero();
    }

    @Test
    void one_that_leaves_twice_is_found() {
        residence.entered(10);
        residence.left(10, 20);
        residence.left(10, 20);
        assertThat(residence.littlesLawHolds(30)).isFalse();
    }

    @Test
    void one_that_never_came_in_is_found() {
        residence.left(0, 20);
        assertThat(residence.littlesLawHolds(20)).isFalse();
    }

    @Test
    void a_wrong_time_of_entry_is_found() {
        residence.entered(10);
        residence.left(9, 20);
        assertThat(residence.littlesLawHolds(30)).isFalse();
    }

    @Test
    void a_time_of_entry_that_is_too_late_is_found() {
        residence.entered(10);
        residence.left(11, 20);
        assertThat(residence.littlesLawHolds(30)).isFalse();
    }
}
