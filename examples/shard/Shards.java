import io.goodput.shard.BlastRadius;
import io.goodput.shard.Lattice;
import io.goodput.shard.LatticeShards;
import io.goodput.shard.ShardAssignments;
import io.goodput.shard.ShardHash;
import io.goodput.shard.ShuffleShard;
import java.util.Arrays;

/** A tenant's endpoints, in three ways, and what a poison tenant costs the others. */
class Shards {
    public static void main(String... args) {
        var shards = ShuffleShard.of(100, 5, 42);
        System.out.println("stateless:  " + Arrays.toString(shards.shard("customer-17")));

        Lattice<String> lattice = Lattice.<String>builder("zone")
                .add("a1", "a").add("a2", "a").add("b1", "b").add("b2", "b").add("c1", "c").add("c2", "c")
                .build();
        var zoned = LatticeShards.of(lattice, 2, 1, ShardHash.of(42).level("host"));
        System.out.println("two zones:  " + zoned.shard("customer-17"));

        var assignments = new ShardAssignments(ShardAssignments.Settings.of(100, 5, 1), 42);
        System.out.println("searched:   " + assignments.assign("customer-17"));

        var radius = BlastRadius.of(100, 5);
        System.out.printf("calls of others that fail: %.3f %% at one try, %.3f %% at two, %.6f %% at five%n",
                100 * radius.failing(1), 100 * radius.failing(2), 100 * radius.failing(5));
    }
}
