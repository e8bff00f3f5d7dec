package sentinel;

import com.alibaba.csp.sentinel.Entry;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.Tracer;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import com.alibaba.csp.sentinel.slots.block.RuleConstant;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeException;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRule;
import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRule;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import stub.Counts;
import stub.Day;
import stub.Prices;
import stub.Prices.Busy;
import stub.Prices.Price;

/** A client of the price service, with Sentinel, and a loop for the retries that Sentinel does not make. */
class Before {
    private final Prices prices = new Prices();
    private final Counts counts = new Counts();

    // region before
    private static final int ATTEMPTS = 3;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    Before() {
        FlowRuleManager.loadRules(List.of(
                new FlowRule("prices").setGrade(RuleConstant.FLOW_GRADE_QPS).setCount(100),
                new FlowRule("prices").setGrade(RuleConstant.FLOW_GRADE_THREAD).setCount(25)));
        DegradeRuleManager.loadRules(List.of(new DegradeRule("prices")
                .setGrade(RuleConstant.DEGRADE_GRADE_EXCEPTION_RATIO)
                .setCount(0.5)
                .setMinRequestAmount(10)
                .setStatIntervalMs(10_000)
                .setTimeWindow(30)));
    }

    Price price(String item) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(item);
            } catch (BlockException held) {
                counts.count("held back by " + (held instanceof DegradeException ? "BREAKER" : "FLOW"));
                return Price.LISTED;
            } catch (IOException failure) {
                if (attempt == ATTEMPTS || !backOff(attempt, failure)) {
                    return Price.LISTED;
                }
                counts.count("retries");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Price.LISTED;
            }
        }
    }

    private Price once(String item) throws BlockException, IOException, InterruptedException {
        Entry entry = SphU.entry("prices");
        try {
            return prices.get(item, TIMEOUT);
        } catch (IOException failure) {
            Tracer.traceEntry(failure, entry);
            throw failure;
        } finally {
            entry.exit();
        }
    }

    private static boolean backOff(int attempt, IOException failure) {
        long millis = failure instanceof Busy busy
                ? busy.retryAfter().toMillis()
                : ThreadLocalRandom.current().nextLong(50L << attempt);
        try {
            Thread.sleep(millis);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
    // endregion

    public static void main(String... args) {
        var client = new Before();
        Day.spend(client.prices, () -> client.price("lamp"));
        System.out.println(client.counts);
    }
}
