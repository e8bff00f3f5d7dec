package io.goodput.telemetry.process;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Reads what this process uses. It asks the file system, so it may be slow where that is: not for a thread that serves.
 */
public final class JvmProcess implements Supplier<ProcessReading> {
    /** Descriptors that are looked at; of more it is not known how many are sockets. */
    static final int MOST_DESCRIPTORS = 20_000;

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final long MILLI = 1_000_000;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> !collector.getName().endsWith("Cycles")) // of ZGC and Shenandoah: not pauses
            .toList();
    private final Path folder;

    /**
     * Of this process.
     *
     * @param folder on the disk whose free space counts
     */
    public JvmProcess(Path folder) {
        this.folder = folder;
    }

    @Override
    public ProcessReading get() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        boolean unix = system instanceof UnixOperatingSystemMXBean;
        return new ProcessReading(
                ManagementFactory.getRuntimeMXBean().getUptime() * MILLI,
                system.getProcessCpuTime(),
                Runtime.getRuntime().availableProcessors(),
                heap.getUsed(),
                heap.getMax(),
                collectors.stream()
                                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                                .sum()
                        * MILLI,
                collectors.stream()
                        .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                        .sum(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                unix ? ((UnixOperatingSystemMXBean) system).getOpenFileDescriptorCount() : ProcessReading.UNKNOWN,
                unix ? ((UnixOperatingSystemMXBean) system).getMaxFileDescriptorCount() : ProcessReading.UNKNOWN,
                sockets(),
                diskFree());
    }

    /** Linux shows each descriptor as a link, that of a socket as {@code socket:[inode]}. */
    private static long sockets() {
        long sockets = 0;
        int seen = 0;
        try (DirectoryStream<Path> links = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path link : links) {
                if (++seen > MOST_DESCRIPTORS) {
                    return ProcessReading.UNKNOWN;
                }
                sockets += isSocket(link) ? 1 : 0;
            }
        } catch (IOException _) {
            return ProcessReading.UNKNOWN;
        }
        return sockets;
    }

    private static boolean isSocket(Path link) {
        try {
            return Files.readSymbolicLink(link).toString().startsWith("socket:");
        } catch (IOException _) {
            return false; // closed meanwhile
        }
    }

    private long diskFree() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException _) {
            return ProcessReading.UNKNOWN;
        }
    }
}
