package io.goodput.bench.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** An example that is compiled with this module's class path, and run in this process. */
record Program(Path root, String mainClass) {
    static final Path EXAMPLES = Path.of("..", "examples");

    Path source() {
        return root.resolve(mainClass.replace('.', '/') + ".java");
    }

    /** What it prints to standard output. */
    String output(Path classes) throws Exception {
        compile(classes);
        var printed = new ByteArrayOutputStream();
        PrintStream standard = System.out;
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var main = loader.loadClass(mainClass).getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            main.invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void compile(Path classes) {
        var complaints = new StringWriter();
        var writer = new PrintWriter(complaints);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "-d",
                        classes.toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-sourcepath",
                        root.toString(),
                        source().toString());
        assertThat(status).as(complaints.toString()).isZero();
    }
}
