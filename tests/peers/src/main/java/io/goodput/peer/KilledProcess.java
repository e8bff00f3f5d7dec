package io.goodput.peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that tells on standard output how far it is, one number a line, and is killed on the way. */
public final class KilledProcess {
    private KilledProcess() {}

    /**
     * Starts it, and kills it when it has told so many numbers.
     *
     * @param program with a {@code main}, on the class path of this process
     * @param folder its argument; what it says on standard error is beside that
     * @return the largest number that it told before it was gone
     */
    public static long tellsLast(Class<?> program, Path folder, int lines) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        folder.toString())
                .redirectError(
                        Files.createTempFile(folder.getParent(), "stderr", null).toFile())
                .start();
        long told = 0;
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                told = Long.parseLong(out.readLine());
            }
            // The process itself would close its output as well.
            process.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                told = line.matches("\\d+") ? Math.max(told, Long.parseLong(line)) : told;
            }
        }
        process.waitFor();
        return told;
    }
}
