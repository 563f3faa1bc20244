package org.ivrea.engine.check;

import java.util.Arrays;
import java.util.function.IntFunction;

/// The strongly connected components of a graph: sets of nodes of which each leads to each. Tarjan's algorithm, without
/// recursion: graphs may be deep.
final class Components {
    private final int[][] successors;
    private final int[] order;
    private final int[] low;
    private final int[] component;
    private final int[] path;
    private final int[] stack;
    private final int[] position;
    private int visited;
    private int stacked;
    private int count;

    private Components(int size, IntFunction<int[]> graph) {
        successors = new int[size][];
        for (int node = 0; node < size; node++) {
            successors[node] = graph.apply(node);
        }
        order = new int[size];
        low = new int[size];
        component = new int[size];
        Arrays.fill(component, -1);
        path = new int[size];
        stack = new int[size];
        position = new int[size];
    }

    /// @return the number of each node's component; a component has a lower number than those that lead to it
    static int[] of(int size, IntFunction<int[]> graph) {
        var components = new Components(size, graph);
        for (int node = 0; node < size; node++) {
            if (components.order[node] == 0) {
                components.visit(node);
            }
        }
        return components.component;
    }

    private void visit(int root) {
        int depth = 0;
        enter(root, path, depth);
        while (depth >= 0) {
            int node = path[depth];
            if (position[node] < successors[node].length) {
                int next = successors[node][position[node]++];
                if (order[next] == 0) {
                    enter(next, path, ++depth);
                } else if (component[next] < 0) {
                    low[node] = Math.min(low[node], order[next]);
                }
            } else {
                close(node);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            }
        }
    }

    private void enter(int node, int[] onPath, int depth) {
        order[node] = ++visited;
        low[node] = visited;
        stack[stacked++] = node;
        onPath[depth] = node;
    }

    private void close(int node) {
        if (low[node] != order[node]) {
            return;
        }
        int member;
        do {
            member = stack[--stacked];
            component[member] = count;
        } while (member != node);
        count++;
    }
}
