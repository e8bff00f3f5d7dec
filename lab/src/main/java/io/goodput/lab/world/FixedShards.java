package io.goodput.lab.world;

import io.goodput.balance.Endpoint;
import io.goodput.balance.Subset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fixed shards: the endpoints in blocks of a size, in the order of the list, and each key in one of them, by its hash.
 * A last block that would be smaller belongs to the one before.
 *
 * @param size of a shard; all endpoints if there are fewer
 */
record FixedShards(int size) implements Subset {
    @Override
    public int[] of(Object key, List<Endpoint> endpoints) {
        int shards = Math.max(1, endpoints.size() / size);
        int shard = Math.floorMod(key.toString().hashCode(), shards);
        int to = shard == shards - 1 ? endpoints.size() : (shard + 1) * size;
        return IntStream.range(shard * size, to).toArray();
    }
}
