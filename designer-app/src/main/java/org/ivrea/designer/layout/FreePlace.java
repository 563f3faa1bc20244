package org.ivrea.designer.layout;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ivrea.designer.edit.Boxes;
import org.ivrea.flow.document.LayoutEntry;

/// Finds room for boxes that were placed among themselves, near to where they stood.
final class FreePlace {
    private static final int STEP = 40;
    private static final int GAP = 20;
    private static final int FARTHEST = 200;

    private FreePlace() {}

    /// The boxes with the upper left corner of all at a point, or at the nearest one at which none of them touches an
    /// obstacle.
    static Map<String, LayoutEntry> near(int x, int y, Map<String, LayoutEntry> boxes,
            Collection<LayoutEntry> obstacles) {
        LayoutEntry all = Boxes.around(boxes.values());
        for (int ring = 0; ring <= FARTHEST; ring++) {
            for (int[] offset : ring(ring)) {
                int dx = x - all.x() + offset[0] * STEP;
                int dy = y - all.y() + offset[1] * STEP;
                if (isFree(boxes.values(), dx, dy, all, obstacles)) {
                    return shifted(boxes, dx, dy);
                }
            }
        }
        LayoutEntry others = Boxes.around(obstacles);
        return shifted(boxes, x - all.x(), others.y() + others.height() + STEP - all.y());
    }

    /// Downwards first: there most flows have room.
    private static List<int[]> ring(int distance) {
        if (distance == 0) {
            return List.of(new int[] {0, 0});
        }
        return List.of(new int[] {0, distance}, new int[] {distance, 0}, new int[] {0, -distance},
                new int[] {-distance, 0}, new int[] {distance, distance}, new int[] {-distance, distance},
                new int[] {distance, -distance}, new int[] {-distance, -distance});
    }

    private static boolean isFree(Collection<LayoutEntry> boxes, int dx, int dy, LayoutEntry all,
            Collection<LayoutEntry> obstacles) {
        List<LayoutEntry> near = obstacles.stream().filter(obstacle -> overlaps(all, dx, dy, obstacle)).toList();
        return near.isEmpty()
                || boxes.stream().noneMatch(box -> near.stream().anyMatch(it -> overlaps(box, dx, dy, it)));
    }

    private static boolean overlaps(LayoutEntry box, int dx, int dy, LayoutEntry obstacle) {
        int left = box.x() + dx;
        int top = box.y() + dy;
        return left < obstacle.x() + obstacle.width() + GAP && obstacle.x() < left + box.width() + GAP
                && top < obstacle.y() + obstacle.height() + GAP && obstacle.y() < top + box.height() + GAP;
    }

    private static Map<String, LayoutEntry> shifted(Map<String, LayoutEntry> boxes, int dx, int dy) {
        Map<String, LayoutEntry> shifted = new LinkedHashMap<>();
        boxes.forEach((id, box) -> shifted.put(id, box.movedTo(box.x() + dx, box.y() + dy)));
        return shifted;
    }
}
