package io.goodput.logs.serve;

import io.goodput.logs.contributors.ContributorBuilder;
import io.goodput.logs.contributors.RankedContributor;
import io.goodput.logs.contributors.TopContributors;
import io.goodput.logs.map.MapBuilder;
import io.goodput.logs.map.ServiceMap;
import io.goodput.logs.record.AccountingRecord;
import io.goodput.logs.record.LogRecord;
import io.goodput.logs.record.WriterStep;
import io.goodput.telemetry.contributor.Facet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of all records so far. Thread-safe. */
final class LogsState {
    private static final int MOST_PROCESSES = 10_000;

    private final MapBuilder maps;
    private final ContributorBuilder contributors;
    private final Map<String, AccountingRecord> accounts = new HashMap<>();
    private final WriterSteps writers = new WriterSteps();
    private long records;
    private long settled;
    private long version;
    private boolean isReading = true;
    private @Nullable ServiceMap map;
    private long mapVersion = -1;

    /**
     * Nothing.
     *
     * @param width of an interval in microseconds: at least a second
     */
    LogsState(long width) {
        maps = new MapBuilder(width);
        contributors = new ContributorBuilder(width);
    }

    synchronized void add(LogRecord record) {
        records++;
        maps.add(record);
        contributors.add(record);
        if (record instanceof WriterStep step) {
            writers.add(step);
        }
        if (record instanceof AccountingRecord account) {
            String process = account.origin().process();
            if (accounts.containsKey(process) || accounts.size() < MOST_PROCESSES) {
                accounts.merge(process, account, LogsState::later);
            }
        }
    }

    private static AccountingRecord later(AccountingRecord one, AccountingRecord other) {
        return one.origin().at() > other.origin().at() ? one : other;
    }

    /** All that was there has been read, and whoever waits for that hears of it if there was anything. */
    synchronized void settle() {
        if (isReading || settled != records) {
            isReading = false;
            settled = records;
            version++;
            notifyAll();
        }
    }

    /** Waits until there is something new, or so long; the version then. */
    synchronized long await(long seen, long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; version == seen && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return version;
    }

    /** Whoever waits does not wait any longer. */
    synchronized void wake() {
        version++;
        notifyAll();
    }

    /** Grows with what is known. */
    synchronized long version() {
        return version;
    }

    /** Whether the first reading is still under way. */
    synchronized boolean isReading() {
        return isReading;
    }

    synchronized long records() {
        return records;
    }

    synchronized ServiceMap map() {
        if (map == null || mapVersion != records) {
            map = maps.build();
            mapVersion = records;
        }
        return map;
    }

    synchronized TopContributors top(String service, Facet kind, int most) {
        return contributors.top(service, kind, most);
    }

    synchronized @Nullable RankedContributor contributor(String service, Facet kind, String name) {
        return contributors.one(service, kind, name);
    }

    /** Who does not write all records, and how. */
    synchronized List<WriterStep> writingLess() {
        return writers.less();
    }

    /** The last ways that writers of records went. */
    synchronized List<WriterStep> writerSteps() {
        return writers.last();
    }

    /** Sums over all processes: written, sampled out, dropped. */
    synchronized long[] accounts() {
        long[] sums = new long[3];
        accounts.values().forEach(account -> {
            sums[0] += account.written();
            sums[1] += account.sampledOut();
            sums[2] += account.dropped();
        });
        return sums;
    }
}
