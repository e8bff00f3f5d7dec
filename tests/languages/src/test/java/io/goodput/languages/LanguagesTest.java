package io.goodput.languages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in other languages compile without a warning, and print what their page says. */
class LanguagesTest {
    private static final Path EXAMPLES = Path.of("..", "..", "examples");
    private static final Path PAGE = Path.of("..", "..", "docs", "languages.md");
    private static final Pattern REGION =
            Pattern.compile("^ *// region [a-z]+\n(.*?)^ *// endregion$", Pattern.MULTILINE | Pattern.DOTALL);
    /** Without what is not there, such as classes that are no tests, of which compilers warn. */
    private static final String CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> Files.exists(Path.of(entry)))
            .collect(joining(File.pathSeparator));

    @TempDir
    private Path classes;

    @Test
    void the_kotlin_example() throws Exception {
        Path source = EXAMPLES.resolve("kotlin/Stock.kt");
        compile(source, "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-stdlib", "-no-reflect", "-jvm-target", "25");

        assertShown(source, run("StockKt"));
    }

    @Test
    void the_scala_example() throws Exception {
        Path source = EXAMPLES.resolve("scala/Stock.scala");
        compile(source, "dotty.tools.dotc.Main");

        assertShown(source, run("Stock"));
    }

    private void compile(Path source, String compiler, String... more) throws Exception {
        var arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("-Werror", "-classpath", CLASS_PATH, "-d", classes.toString(), source.toString()));
        java(compiler, arguments);
    }

    private String run(String mainClass) throws Exception {
        return java(mainClass, List.of());
    }

    /** What it prints, in a process of its own. */
    private String java(String mainClass, List<String> arguments) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for seconds; what the compiler of Kotlin does with memory is none of the log's business.
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", classes + File.pathSeparator + CLASS_PATH, mainClass));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    /** The page shows each marked part of the source, and what the program prints. */
    private static void assertShown(Path source, String output) throws IOException {
        String page = Files.readString(PAGE);
        assertThat(output).isNotEmpty();
        assertThat(page).contains(output.indent(4));
        List<String> parts = REGION.matcher(Files.readString(source))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part ->
                        assertThat(page).contains("\n" + part.stripTrailing().stripIndent() + "\n```"));
    }
}
