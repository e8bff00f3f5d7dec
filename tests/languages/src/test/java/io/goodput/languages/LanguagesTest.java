package io.goodput.languages;

import static org.assertj.core.api.Assertions.assertThat;

import dotty.tools.dotc.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jetbrains.kotlin.cli.common.ExitCode;
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import scala.Console;

/** The examples in other languages compile without a warning, and print what their page says. */
class LanguagesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");
    private static final Path PAGE = Path.of("..", "..", "docs", "languages.md");

    @TempDir
    private Path classes;

    @Test
    void the_kotlin_example() throws Exception {
        Path source = EXAMPLES.resolve("kotlin/Stock.kt");
        var complaints = new ByteArrayOutputStream();
        ExitCode exit = new K2JVMCompiler()
                .exec(
                        new PrintStream(complaints, true, StandardCharsets.UTF_8),
                        "-no-stdlib",
                        "-no-reflect",
                        "-Werror",
                        "-jvm-target",
                        "25",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());

        assertThat(exit).as(complaints.toString(StandardCharsets.UTF_8)).isEqualTo(ExitCode.OK);
        assertThat(page()).contains(output("StockKt").indent(4));
        assertShown(source);
    }

    @Test
    void the_scala_example() throws Exception {
        Path source = EXAMPLES.resolve("scala/Stock.scala");
        var reporter = Main.process(new String[] {
            "-Werror",
            "-classpath",
            System.getProperty("java.class.path"),
            "-d",
            classes.toString(),
            source.toString()
        });

        assertThat(reporter.hasErrors()).as(reporter.summary()).isFalse();
        assertThat(page()).contains(output("Stock").indent(4));
        assertShown(source);
    }

    private String output(String mainClass) throws Exception {
        var printed = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var main = loader.loadClass(mainClass).getMethod("main", String[].class);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            // Scala keeps the output that it found first.
            Console.withOut(System.out, () -> run(main));
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static @Nullable Object run(Method main) {
        try {
            return main.invoke(null, (Object) new String[0]);
        } catch (ReflectiveOperationException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Each marked part of the source stands on the page. */
    private static void assertShown(Path source) throws IOException {
        String[] parts = Files.readString(source).split("(?m)^ *// region [a-z]+\n");
        assertThat(parts).hasSizeGreaterThan(1);
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].split("(?m)^ *// endregion")[0];
            assertThat(page()).contains("\n" + part.stripTrailing().stripIndent() + "\n```");
        }
    }

    private static String page() throws IOException {
        return Files.readString(PAGE);
    }
}
