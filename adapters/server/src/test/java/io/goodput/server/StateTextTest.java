package io.goodput.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StateTextTest {
    @Test
    void what_belongs_together_is_indented() {
        var text = StateText.of(
                "{\"server\":\"queue\",\"ready\":true,\"admission\":{\"admitted\":17,\"lanes\":[{\"waiting\":0}]}}");

        assertThat(text.lines())
                .isEqualTo(
                        "server: queue\nready: true\nadmission:\n  admitted: 17\n  lanes:\n    -\n      waiting: 0\n");
        assertThat(text.isReady()).isTrue();
    }

    @Test
    void only_the_servers_own_word_counts() {
        assertThat(StateText.of("{\"ready\":false,\"upstream\":{\"ready\":true}}")
                        .isReady())
                .isFalse();
    }

    @Test
    void nothing_in_it_commands_a_terminal() {
        assertThat(StateText.of("{\"name\":\"x\\u001b[2J\\ny\"}").lines()).isEqualTo("name: x?[2J y\n");
    }
}
