package io.goodput.cli.lab;

import java.util.ArrayList;
import java.util.List;

/** What has to be done to one text to get another, line by line, by their longest common subsequence. */
record LineDifference(String before, String after) {
    /** More cells than this are not compared one by one: what lies between equal ends is then shown as a whole. */
    private static final long MOST_CELLS = 4_000_000;

    /** Lines that go, after a {@code -}, and lines that come, after a {@code +}; none for equal texts. */
    List<String> lines() {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        return between(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail));
    }

    private static List<String> between(List<String> old, List<String> now) {
        var lines = new ArrayList<String>();
        int[][] common = (long) old.size() * now.size() > MOST_CELLS ? new int[0][] : common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (common.length > 0
                    && i < old.size()
                    && j < now.size()
                    && old.get(i).equals(now.get(j))) {
                i++;
                j++;
            } else if (i < old.size()
                    && (common.length == 0 || j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + old.get(i++));
            } else {
                lines.add("+ " + now.get(j++));
            }
        }
        return lines;
    }

    /** By how many lines the rests of the two have in common. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
