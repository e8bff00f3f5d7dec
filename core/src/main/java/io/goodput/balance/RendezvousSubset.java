package io.goodput.balance;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

record RendezvousSubset(int size) implements Subset {
    // FNV-1a, 64 bits.
    private static final long OFFSET = 0xCBF2_9CE4_8422_2325L;
    private static final long PRIME = 0x0000_0100_0000_01B3L;

    RendezvousSubset {
        SIZE.check("size", size);
    }

    @Override
    public int[] of(Object key, List<Endpoint> endpoints) {
        long keyed = hash(key.toString());
        long[] scores = endpoints.stream()
                .mapToLong(endpoint -> mix(keyed + mix(hash(endpoint.name()))))
                .toArray();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> scores[i]).reversed())
                .limit(size)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long hash(String text) {
        long hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** The finalizer of SplitMix64: half the bits flip if one does. */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return z ^ (z >>> 31);
    }
}
