package io.goodput.telemetry.expose;

import io.goodput.telemetry.aggregate.Aggregates;
import io.goodput.telemetry.aggregate.CriticalSections;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the series of this house are, in a line each. */
public final class MetricHelp {
    /** Name to meaning. */
    public static final Map<String, String> ALL = all();

    private MetricHelp() {}

    private static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(Aggregates.WORK, "How long units of work took, by operation and outcome.");
        all.put(Aggregates.WORK_CONCURRENCY, "How many units of work ran at a time, by operation.");
        all.put(Aggregates.ATTEMPTS, "How long attempts at dependencies took, by dependency and outcome.");
        all.put(Aggregates.ATTEMPT_CONCURRENCY, "How many attempts at dependencies ran at a time, by dependency.");
        all.put(Aggregates.RETRIES, "How many attempts were retries, by dependency.");
        all.put(Aggregates.HEDGES, "How many attempts were hedges, by dependency.");
        all.put(Aggregates.REFUSALS, "How many calls were not sent, or not sent again, by dependency and reason.");
        all.put(CriticalSections.UTILISATION, "The share of the time in which somebody was in a critical section.");
        all.put(CriticalSections.WAITING, "Of the time spent on a critical section, the share spent waiting.");
        all.put("goodput_policy_total", "What policies have done, by policy, name and figure.");
        all.put("goodput_policy_level", "Where policies stand, by policy, name and figure.");
        all.put("process_cpus", "Processors that the process may use.");
        all.put("process_cpu_utilisation_ratio", "The share of its processors that the process used.");
        all.put("process_heap_bytes", "Heap in use, garbage included.");
        all.put("process_heap_max_bytes", "Heap that the process may use.");
        all.put("process_gc_pause_ratio", "The share of the time in pauses for garbage collection.");
        all.put("process_threads", "Threads, without virtual ones.");
        all.put("process_open_fds", "Open descriptors.");
        all.put("process_max_fds", "Descriptors that the process may have open.");
        all.put("process_open_sockets", "Open sockets.");
        all.put("process_disk_free_bytes", "Free bytes where records are written.");
        all.put("process_uptime_seconds", "Time since the process began.");
        all.put("goodput_series", "Series that are counted.");
        all.put("goodput_series_bytes", "Memory that series take.");
        all.put("goodput_series_refused_total", "New series for which there was no room.");
        all.put("goodput_series_uncounted_total", "Things told to series for which there was no room.");
        all.put("goodput_series_intervals_lost_total", "Intervals of series for which there was no room.");
        return Collections.unmodifiableMap(all);
    }
}
