package io.goodput.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HttpPageTest {
    @Test
    void the_page_has_the_table_of_the_code() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "..", "docs", "http.md")).stream()
                .filter(line -> line.matches("\\| \\d{3} .*"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Stream.concat(
                                StatusMeaning.EXCEPTIONS.stream().map(each -> row(each, "")),
                                Stream.of(row(StatusMeaning.WITH_RETRY_AFTER, " with Retry-After")))
                        .toList());
    }

    private static String row(StatusMeaning each, String when) {
        return "| " + each.status() + when + " | `" + each.outcome() + "` | " + each.source() + " |";
    }
}
