package io.goodput.lab.world;

import static io.goodput.lab.world.ShortRuns.run;
import static io.goodput.lab.world.ShortRuns.tenths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.goodput.balance.Address;
import io.goodput.balance.Balancer;
import io.goodput.balance.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FixedShardsTest {
    private static List<Endpoint> endpoints(int count) {
        var addresses = new ArrayList<Address>();
        IntStream.range(0, count).forEach(i -> addresses.add(Address.of("e" + i)));
        return new Balancer(Balancer.Settings.STANDARD, addresses).endpoints();
    }

    @Test
    void shards_do_not_overlap_and_leave_no_endpoint_out() {
        var shards = new TreeSet<String>();
        for (int tenant = 0; tenant < 1000; tenant++) {
            shards.add(Arrays.toString(new FixedShards(3).of("tenant-" + tenant, endpoints(8))));
        }
        assertThat(shards).containsExactly("[0, 1, 2]", "[3, 4, 5, 6, 7]");
        assertThat(new FixedShards(9).of("x", endpoints(3))).containsExactly(0, 1, 2);
    }

    /** One shard of two is down; the only tenant of each population is always in the same one. */
    @Test
    void a_tenant_is_served_by_its_shard_alone() {
        String clients =
                "rate: 100/s, tenants: 1, calls: {to: api, partition: 1, guard: {balance: {strategy: round-robin}}}";
        String model = "services: {api: {latency: 1ms, endpoints: 2}}\nclients: {c: {" + clients + "}}\n";
        long first = run(model + "faults: [{fault: crash, of: api/1, from: 0s, to: 10s}]\n")
                .tally
                .clients()
                .succeeded()
                .sum(tenths(0, 100));
        long second = run(model + "faults: [{fault: crash, of: api/2, from: 0s, to: 10s}]\n")
                .tally
                .clients()
                .succeeded()
                .sum(tenths(0, 100));
        assertThat(Math.min(first, second)).isZero();
        assertThat(Math.max(first, second)).isGreaterThan(800);
    }

    @Test
    void fixed_shards_are_for_a_balancer_without_others() {
        String model = "services: {api: {latency: 1ms}}\nclients: {c: {rate: 1/s, calls: {to: api, partition: 1";
        assertThatThrownBy(() -> run(model + "}}}\n")).hasMessageContaining("shards for a balancer without a subset");
        assertThatThrownBy(() -> run(model + ", guard: {balance: {subset: 2}}}}}\n"))
                .hasMessageContaining("shards for a balancer without a subset");
    }
}
