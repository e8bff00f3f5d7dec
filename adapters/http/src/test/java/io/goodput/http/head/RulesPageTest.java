package io.goodput.http.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesPageTest {
    private final List<String> page = Files.readAllLines(Path.of("..", "..", "docs", "http", "rules.md"));

    RulesPageTest() throws IOException {}

    @Test
    void the_page_has_the_table_of_faults() {
        assertThat(page)
                .filteredOn(line -> line.matches("\\| \\d{3} \\| .*"))
                .containsExactlyElementsOf(Arrays.stream(HeadFault.values())
                        .map(fault -> "| " + fault.status() + " | " + fault.reason() + " | " + fault.source() + " |")
                        .toList());
    }

    @Test
    void the_page_has_the_table_of_roles() {
        assertThat(page)
                .filteredOn(line -> line.matches("\\| `[A-Z]+` \\| .*"))
                .containsExactlyElementsOf(Arrays.stream(FieldRole.values())
                        .filter(role -> role != FieldRole.PLAIN)
                        .map(role -> "| `" + role + "` | "
                                + role.names().stream()
                                        .map(name -> "`" + name + "`")
                                        .collect(Collectors.joining(", "))
                                + " |")
                        .toList());
    }
}
