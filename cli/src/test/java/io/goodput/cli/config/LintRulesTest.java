package io.goodput.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.goodput.config.Configuration;
import io.goodput.guard.Guard;
import io.goodput.guard.GuardBuilder;
import io.goodput.lab.scenario.Catalogue;
import io.goodput.lint.Finding;
import io.goodput.lint.LintRule;
import io.goodput.retry.RetryPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LintRulesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern YAML = Pattern.compile("```yaml\n(goodput: 1\n.*?)```", Pattern.DOTALL);

    private static String page() throws IOException {
        return Files.readString(ROOT.resolve("docs/linting.md"));
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_has_its_anchor_on_its_page_a_row_of_the_table_and_a_scenario_that_is_there(LintRule rule)
            throws IOException {
        String[] page = rule.page().split("#", -1);

        assertThat(Files.readString(ROOT.resolve(page[0]))).containsOnlyOnce("<a id=\"" + page[1] + "\"></a>");
        assertThat(page())
                .containsOnlyOnce("\n| [`" + rule.code() + "`](" + rule.page().replace("docs/", "") + ") |")
                .contains("`" + rule.scenario() + "`");
        assertThat(Catalogue.names().contains(rule.scenario()) || Files.exists(ROOT.resolve(rule.scenario())))
                .isTrue();
    }

    @Test
    void an_example_of_the_page_accepts_what_it_says() throws IOException {
        List<String> examples =
                YAML.matcher(page()).results().map(MatchResult::group).toList();

        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            String text = example.substring("```yaml\n".length(), example.length() - "```".length());
            assertThat(Configuration.check("linting.md", text).findings()).isEmpty();
            assertThat(Configuration.check("linting.md", text.replaceAll("(?m)^ *accept:.*$", ""))
                            .findings())
                    .isNotEmpty();
        });
    }

    @Test
    void what_the_page_prints_of_java_is_what_the_builder_finds() throws IOException {
        GuardBuilder inventory = Guard.builder("inventory").retry(new RetryPolicy(RetryPolicy.Settings.of(5)));

        List<String> shown = page().lines()
                .filter(line -> line.startsWith("    warning: "))
                .map(line -> line.strip().replaceFirst("( \\[.*)?…]$", ""))
                .toList();

        assertThat(inventory.check().stream().map(Finding::toString))
                .zipSatisfy(shown, (found, start) -> assertThat(found).startsWith(start.replaceFirst(" \\[.*$", "")));
        assertThat(inventory.check()).hasSameSizeAs(shown);
    }
}
