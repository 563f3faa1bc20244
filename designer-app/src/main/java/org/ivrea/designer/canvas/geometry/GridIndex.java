package org.ivrea.designer.canvas.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds the items near a place without looking at all of them: a grid of cells, each with the items that touch it.
/// Items that would be in very many cells are kept apart and always looked at.
///
/// @param <T> compared by identity
public final class GridIndex<T> {
    private static final double CELL = 512;
    private static final int MOST_CELLS = 64;

    private final Map<Long, List<Entry<T>>> cells = new HashMap<>();
    private final Set<Entry<T>> large = new HashSet<>();
    private final Map<T, Entry<T>> entries = new IdentityHashMap<>();
    private int query;

    private static final class Entry<T> {
        private final T item;
        private final Bounds bounds;
        private int seenBy;

        private Entry(T item, Bounds bounds) {
            this.item = item;
            this.bounds = bounds;
        }
    }

    /// Puts an item where it is, or is now.
    public void put(T item, Bounds bounds) {
        Entry<T> known = entries.get(item);
        if (known != null && known.bounds.equals(bounds)) {
            return;
        }
        remove(item);
        var entry = new Entry<>(item, bounds);
        entries.put(item, entry);
        if (cellCount(bounds) > MOST_CELLS) {
            large.add(entry);
        } else {
            visit(bounds, cell -> cells.computeIfAbsent(cell, _ -> new ArrayList<>(4)).add(entry));
        }
    }

    public void remove(T item) {
        Entry<T> entry = entries.remove(item);
        if (entry == null || large.remove(entry)) {
            return;
        }
        visit(entry.bounds, cell -> {
            List<Entry<T>> inCell = cells.get(cell);
            if (inCell != null) {
                inCell.remove(entry);
                if (inCell.isEmpty()) {
                    cells.remove(cell);
                }
            }
        });
    }

    /// Every item whose bounds touch the area, once, in no order. The index must not be changed meanwhile.
    public void forEachIn(Bounds area, Consumer<? super T> found) {
        if (cellCount(area) > cells.size()) {
            entries.values().forEach(entry -> offer(entry, area, found));
            return;
        }
        query++;
        int now = query;
        large.forEach(entry -> offer(entry, area, found));
        visit(area, cell -> {
            List<Entry<T>> inCell = cells.get(cell);
            if (inCell == null) {
                return;
            }
            for (Entry<T> entry : inCell) {
                if (entry.seenBy != now) {
                    entry.seenBy = now;
                    offer(entry, area, found);
                }
            }
        });
    }

    public List<T> in(Bounds area) {
        List<T> found = new ArrayList<>();
        forEachIn(area, found::add);
        return found;
    }

    private static <T> void offer(Entry<T> entry, Bounds area, Consumer<? super T> found) {
        if (entry.bounds.intersects(area)) {
            found.accept(entry.item);
        }
    }

    private static double cellCount(Bounds bounds) {
        return (Math.floor(bounds.maxX() / CELL) - Math.floor(bounds.x() / CELL) + 1)
                * (Math.floor(bounds.maxY() / CELL) - Math.floor(bounds.y() / CELL) + 1);
    }

    private static void visit(Bounds bounds, Consumer<Long> cell) {
        int right = (int) Math.floor(bounds.maxX() / CELL);
        int bottom = (int) Math.floor(bounds.maxY() / CELL);
        for (int column = (int) Math.floor(bounds.x() / CELL); column <= right; column++) {
            for (int row = (int) Math.floor(bounds.y() / CELL); row <= bottom; row++) {
                cell.accept(((long) column << 32) ^ (row & 0xffffffffL));
            }
        }
    }
}
