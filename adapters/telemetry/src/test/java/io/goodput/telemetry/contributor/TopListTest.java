package io.goodput.telemetry.contributor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopListTest {
    @Test
    void what_was_not_looked_at_may_be_of_anybody() {
        TopList list = new TopList(5, 0, List.of(new Contributor("acme", 5, 0, 1, 9)));

        assertThat(list.withMissed(3)).isEqualTo(new TopList(8, 3, List.of(new Contributor("acme", 8, 3, 1, 9))));
    }

    @Test
    void who_is_left_out_of_a_shorter_list_may_have_as_much_as_the_first_of_them() {
        TopList list = TopList.of(
                9,
                1,
                List.of(
                        new Contributor("a", 4, 0, 0, 0),
                        new Contributor("b", 3, 0, 0, 0),
                        new Contributor("c", 2, 1, 0, 0)));

        assertThat(list.first(1).unlisted()).isEqualTo(3);
        assertThat(list.first(3)).isEqualTo(list);
    }
}
