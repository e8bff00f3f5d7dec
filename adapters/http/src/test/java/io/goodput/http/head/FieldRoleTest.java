package io.goodput.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldRoleTest {
    @ParameterizedTest
    @EnumSource
    void each_name_of_the_table_has_its_role_in_any_case_and_with_underscores(FieldRole role) {
        for (String entry : role.names()) {
            String name = entry.replace("*", "anything");
            assertThat(FieldRole.of(name)).isEqualTo(role);
            assertThat(FieldRole.of(name.toUpperCase(Locale.ROOT))).isEqualTo(role);
            assertThat(FieldRole.of(name.replace('-', '_'))).isEqualTo(role);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept",
                "",
                "x",
                "hosts",
                "hos",
                "x-forwarded",
                "x-goodpu",
                "xgoodput-a",
                "content-lengthy",
                "grpc-timeout"
            })
    void any_other_name_is_plain(String name) {
        assertThat(FieldRole.of(name)).isEqualTo(FieldRole.PLAIN);
    }

    @Test
    void a_character_of_two_bytes_is_no_letter() {
        assertThat(FieldRole.of("ho\u017ft")).isEqualTo(FieldRole.PLAIN);
    }
}
