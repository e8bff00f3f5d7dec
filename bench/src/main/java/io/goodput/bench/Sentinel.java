package io.goodput.bench;

import com.alibaba.csp.sentinel.Entry;
import com.alibaba.csp.sentinel.SphO;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.init.InitExecutor;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Sentinel keeps its rules for the whole process, by the name of a resource, and writes its logs to files under the
 * user's home unless it is told otherwise before its first class is loaded: so everything goes through here. It also
 * starts threads of its own, so it is a state of its own, which no other benchmark has.
 */
final class Sentinel {
    private static final int DAY_SECONDS = 86_400;
    private static final List<FlowRule> FLOW_RULES = new ArrayList<>();
    private static final List<DegradeRule> DEGRADE_RULES = new ArrayList<>();

    static {
        try {
            var logs =
                    Path.of(System.getProperty("java.io.tmpdir"), "goodput-bench-" + System.getProperty("user.name"));
            Files.createDirectories(logs);
            System.setProperty("csp.sentinel.log.dir", logs.toString());
            System.setProperty("JM.LOG.PATH", logs.toString());
            System.setProperty("EAGLEEYE.LOG.PATH", logs.toString());
            System.setProperty("csp.sentinel.log.output.type", "console");
            System.setProperty("csp.sentinel.log.level", "OFF");
            System.setProperty("csp.sentinel.metric.flush.interval", "0");
            System.setProperty("csp.sentinel.app.name", "bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startSilently();
    }

    /** As it starts it tells where it logs to. */
    private static void startSilently() {
        var out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            InitExecutor.doInit();
        } finally {
            System.setOut(out);
        }
    }

    private Sentinel() {}

    /** A resource that so many calls may be in at a time. */
    static String inFlight(String resource, double most) {
        return flow(
                new FlowRule(resource).setGrade(RuleConstant.FLOW_GRADE_THREAD).setCount(most));
    }

    /** A resource that so many calls a second may be made to. */
    static String rate(String resource, double perSecond) {
        return flow(new FlowRule(resource).setGrade(RuleConstant.FLOW_GRADE_QPS).setCount(perSecond));
    }

    private static synchronized String flow(FlowRule rule) {
        FLOW_RULES.add(rule);
        FlowRuleManager.loadRules(List.copyOf(FLOW_RULES));
        return rule.getResource();
    }

    /** The same resource with a circuit breaker: open if half of at least 100 calls within 10 s have failed. */
    static String breaker(String resource) {
        return degrade(new DegradeRule(resource)
                .setGrade(RuleConstant.DEGRADE_GRADE_EXCEPTION_RATIO)
                .setCount(0.5)
                .setMinRequestAmount(100)
                .setStatIntervalMs(10_000)
                .setTimeWindow(60));
    }

    private static synchronized String degrade(DegradeRule rule) {
        DEGRADE_RULES.add(rule);
        DegradeRuleManager.loadRules(List.copyOf(DEGRADE_RULES));
        return rule.getResource();
    }

    /** A resource whose circuit breaker is open, for a day. */
    static String open(String resource) {
        degrade(new DegradeRule(resource)
                .setGrade(RuleConstant.DEGRADE_GRADE_EXCEPTION_COUNT)
                .setCount(1)
                .setMinRequestAmount(1)
                .setStatIntervalMs(10_000)
                .setTimeWindow(DAY_SECONDS));
        for (var call = 0; call < 10; call++) {
            try (var entry = SphU.entry(resource)) {
                Tracer.traceEntry(new IOException("opens it"), entry);
            } catch (BlockException _) {
                return resource;
            }
        }
        throw new IllegalStateException(resource + ": still closed");
    }

    /** Whether one more call is let through, which ends at once. */
    static boolean tryCall(String resource) {
        if (!SphO.entry(resource)) {
            return false;
        }
        SphO.exit();
        return true;
    }

    /** As its documentation has it. */
    static <T> T call(String resource, Callable<T> task) throws Exception {
        Entry entry = SphU.entry(resource);
        try {
            return task.call();
        } catch (Exception e) {
            Tracer.traceEntry(e, entry);
            throw e;
        } finally {
            entry.exit();
        }
    }
}
