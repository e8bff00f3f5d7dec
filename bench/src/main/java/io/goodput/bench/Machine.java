package io.goodput.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where a number was measured: without it the number says little. */
record Machine(String cpu, int cores, long memoryMebibytes, String jdk, String system, LocalDate date) {
    static Machine describe() {
        var memory = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
        return new Machine(
                cpuModel(),
                Runtime.getRuntime().availableProcessors(),
                memory >> 20,
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                LocalDate.now(ZoneOffset.UTC));
    }

    /** Only Linux tells in a file; elsewhere the architecture has to do. */
    private static String cpuModel() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    @Override
    public String toString() {
        return "%s, %d cores, %d MiB, %s, %s".formatted(cpu, cores, memoryMebibytes, system, jdk);
    }
}
