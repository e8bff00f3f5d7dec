package io.goodput.cli.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.cli.CommandTest;
import io.goodput.logs.query.LogTable;
import io.goodput.logs.query.LogTables;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page shows what the commands print. {@code -Dgoodput.page.write=true} writes into it what they print now. */
class LogsPageTest extends CommandTest {
    private static final Path PAGES = Path.of("..", "docs", "telemetry");
    private static final String ENCODING = "stdout.encoding";
    private static final Pattern BLOCK = Pattern.compile("(?<=```console\n)(.*?)(?=```)", Pattern.DOTALL);
    private static final String PROMPT = "$ ./goodput ";
    private static final Set<String> WRITTEN = Set.of("recorded", "locked");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final String encoding = String.valueOf(System.getProperty(ENCODING));

    /** As on a terminal that can show it, whatever the build has. */
    @BeforeEach
    void showAll() {
        System.setProperty(ENCODING, "UTF-8");
    }

    @AfterEach
    void restore() {
        System.setProperty(ENCODING, encoding);
    }

    @ParameterizedTest
    @CsvSource({"logs.md,10", "traces-and-maps.md,3", "lab.md,4"})
    void every_command_prints_what_the_page_shows(String name, long least) throws IOException {
        Path file = PAGES.resolve(name);
        String page = Files.readString(file);
        String now = BLOCK.matcher(page).replaceAll(block -> Matcher.quoteReplacement(printed(block.group())));
        if (Boolean.getBoolean("goodput.page.write")) {
            Files.writeString(file, now);
        }

        assertThat(now).isEqualTo(page);
        assertThat(BLOCK.matcher(page).results().count()).isGreaterThanOrEqualTo(least);
    }

    private String printed(String block) {
        var printed = new StringBuilder();
        block.lines().filter(line -> line.startsWith(PROMPT)).forEach(line -> {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);
            assertThat(run(words(line.substring(PROMPT.length()))))
                    .as(line + "\n" + err)
                    .isZero();
            printed.append(line)
                    .append('\n')
                    .append(out.toString().replace("\r\n", "\n").replace(folder + File.separator, ""));
        });
        return printed.toString();
    }

    /** What a page writes goes into a folder of the test's own. */
    private String[] words(String command) {
        List<String> words = new ArrayList<>();
        WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .map(word -> word.startsWith("examples/") ? "../" + word : word)
                .map(word -> WRITTEN.contains(word) ? folder.resolve(word).toString() : word)
                .forEach(words::add);
        return words.toArray(String[]::new);
    }

    @Test
    void the_page_lists_all_tables_with_their_meanings() throws IOException {
        List<String> rows = Files.readString(PAGES.resolve("logs.md"))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        for (LogTable table : LogTables.ALL) {
            assertThat(rows).contains("| `%s` | %s |".formatted(table.name(), table.meaning()));
        }
    }
}
