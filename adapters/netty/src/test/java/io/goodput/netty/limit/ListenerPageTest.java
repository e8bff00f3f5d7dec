package io.goodput.netty.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.netty.CloseReason;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenerPageTest {
    private final List<String> page = Files.readAllLines(Path.of("..", "..", "docs", "http", "listener.md"));

    ListenerPageTest() throws IOException {}

    @Test
    void the_page_has_the_table_of_reasons() {
        assertThat(page)
                .filteredOn(line -> line.matches("\\| `[A-Z_]+` \\| .*"))
                .containsExactlyElementsOf(Arrays.stream(CloseReason.values())
                        .map(reason -> "| `" + reason + "` | " + reason.words() + " |")
                        .toList());
    }

    @Test
    void the_page_has_each_limit() {
        List<String> rows = page.stream().filter(line -> line.startsWith("| `")).toList();
        for (RecordComponent limit : ListenerLimits.class.getRecordComponents()) {
            assertThat(rows).as(limit.getName()).anyMatch(row -> row.contains("`" + limit.getName() + "`"));
        }
    }
}
